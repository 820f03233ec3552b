package dev.kassei.builtins.dataset.bundled;

import dev.kassei.api.Dataset;
import dev.kassei.api.Dataset.Gaps;
import dev.kassei.builtins.dataset.Csv;
import dev.kassei.builtins.dataset.Header;
import dev.kassei.builtins.dataset.Missing;
import dev.kassei.builtins.dataset.Task;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Files of separated values beside these classes; the last column is the label. */
final class Bundled {
  private Bundled() {}

  /** Classes over columns of numbers. */
  static Dataset classes(String file) throws IOException {
    return classes(file, List.of());
  }

  /** Classes over columns of which some hold categories; gaps, if there are any, become means. */
  static Dataset classes(String file, List<String> categorical) throws IOException {
    Dataset data =
        read(
            new Csv(
                file, Header.TRUE, ",", "last", Task.CLASSIFICATION, categorical, Missing.MEAN));
    boolean hasGaps = Arrays.stream(data.features()).anyMatch(Double::isNaN);
    return hasGaps ? data : data.withGaps(Gaps.REFUSED);
  }

  /** Numbers over columns of numbers. */
  static Dataset numbers(String file) throws IOException {
    return read(
        new Csv(file, Header.TRUE, ",", "last", Task.REGRESSION, List.of(), Missing.REFUSE));
  }

  private static Dataset read(Csv csv) throws IOException {
    try (InputStream in = Objects.requireNonNull(Bundled.class.getResourceAsStream(csv.path()))) {
      return csv.read(in);
    }
  }
}

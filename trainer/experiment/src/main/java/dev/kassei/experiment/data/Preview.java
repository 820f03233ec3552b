package dev.kassei.experiment.data;

import dev.kassei.api.Dataset;
import dev.kassei.api.DatasetSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A look at a data set outside an experiment. */
public final class Preview {
  private Preview() {}

  /** The rows of a source with seed 1; empty if it cannot be loaded just so. */
  public static Optional<Dataset> load(DatasetSource source) {
    try {
      return Optional.of(source.load(new LoadContext(Path.of(""), 1, false)));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }
}

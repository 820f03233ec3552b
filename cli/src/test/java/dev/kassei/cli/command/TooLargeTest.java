package dev.kassei.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.cli.Invocation;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers, names and cells that are too large: one short message, soon, and exit code 2. */
@Timeout(20)
class TooLargeTest {
  private static final int LENGTH = 500;

  @TempDir private Path folder;

  private Invocation validate(String dataset, String loss) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("e.yaml"),
            "dataset: %s\nmodel: mlp\nloss: %s\noptimizer: sgd\n".formatted(dataset, loss));
    return Invocation.of("validate", file);
  }

  private static void refused(Invocation validation, String message) {
    assertThat(validation.err())
        .contains(message)
        .hasSizeLessThan(LENGTH)
        .doesNotContain("Exception", "Error:", "\tat ");
    assertThat(validation.err().lines()).hasSize(1);
    assertThat(validation.code()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{type: moons, samples: 2147483647}",
        "{type: checkerboard, samples: 2000000000}",
        "{type: sine, samples: 2147483647}",
        "{type: friedman1, samples: 100000, features: 100000}",
        "{type: gaussians, samples: 100000, features: 2000000000}",
      })
  void generatedRowsBeyondMemoryAreRefused(String dataset) throws IOException {
    refused(validate(dataset, "mse"), "are more numbers than there is room for, ");
  }

  @ParameterizedTest
  @CsvSource({"gaussians, 2000000000", "spirals, 1000000", "gaussians, -1"})
  void classesBeyondReasonAreRefused(String type, int classes) throws IOException {
    String dataset = "{type: %s, samples: 2147483647, classes: %s}".formatted(type, classes);
    refused(
        validate(dataset, "cross_entropy"), "classes must be from 2 to 1000 but was " + classes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[2147483647]       | 'hidden.0' is 2 × 2147483647, which is 4294967294 numbers or 17179869176 bytes",
        "[1000000, 1000000] | 'hidden.1' is 1000000 × 1000000, which is 1000000000000 numbers or 4000000000000 bytes",
        "[200000000]        | 'hidden.0' is batch × 200000000, which is 6400000000 numbers or 25600000000 bytes",
      })
  void aBatchOfANetworkThatExistsNowhereIsRefusedBeforeItRuns(String hidden, String what)
      throws IOException {
    String experiment =
        """
        dataset: {type: moons, samples: 64}
        model: {type: mlp, hidden: %s, activation: tanh}
        loss: binary_cross_entropy
        optimizer: sgd
        training: {batch_size: 32}
        batch: {grid: {seed: [1, 2]}}
        """;
    Path file = Files.writeString(folder.resolve("e.yaml"), experiment.formatted(hidden));
    refused(Invocation.of("validate", file), "model: a matrix of " + what + ", where an array");
    Path out = folder.resolve("runs");
    refused(Invocation.of("run", file, "--out", out), "model: a matrix of " + what);
    assertThat(out).doesNotExist();
  }

  @Test
  void namesThatBecomeTooManyFeaturesAreRefused() throws IOException {
    var rows = new StringBuilder("id,y\n");
    for (int i = 0; i < 40_000; i++) {
      rows.append("name").append(i / 2).append(',').append(i % 2).append('\n');
    }
    Files.writeString(folder.resolve("d.csv"), rows);
    refused(
        validate("{type: csv, path: d.csv, categorical: [id]}", "mse"),
        "the column 'id' has 20000 different names, each of which becomes a feature: 40000 rows of"
            + " 20000 features are more numbers than there is room for, ");
  }

  @Test
  void aFoldsFileOfOtherBytesIsRefused() throws IOException {
    // the wrong byte comes after what is read at once
    byte[] text = ("0 1 ".repeat(10_000) + "\n2 3 ä\n").getBytes(StandardCharsets.ISO_8859_1);
    Files.write(folder.resolve("f.txt"), text);
    refused(
        validate("{type: xor, split: {file: f.txt, fold: 0}}", "mse"),
        "f.txt: expected text in UTF-8 but found other bytes; save the file as UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x;y\n1;2\nCELL;4\n", "x;y\n1;2\n3;CELL\n", "CELL;y\n1;2\nz;3\n"})
  void aCellOfManyMegabytesIsQuotedShortly(String rows) throws IOException {
    Files.writeString(folder.resolve("d.csv"), rows.replace("CELL", "y".repeat(15_000_000)));
    refused(
        validate("{type: csv, path: d.csv, header: true, delimiter: ';', task: regression}", "mse"),
        "d.csv: line 3, column ");
  }

  @Test
  void anErrorInOneFileDoesNotStopTheOthers() {
    var err = new StringWriter();
    int code =
        Attempt.at(
            folder,
            new PrintWriter(err),
            () -> {
              throw new OutOfMemoryError("Java heap space");
            });
    assertThat(code).isEqualTo(75);
    assertThat(err.toString())
        .startsWith(folder + ": it does not fit into the ")
        .contains(" MiB that Java may use. More memory helps, ");
  }

  @Test
  void aDefectInOneFileIsShownAndDoesNotStopTheOthers() {
    var err = new StringWriter();
    int code =
        Attempt.at(
            folder,
            new PrintWriter(err),
            () -> {
              throw new AssertionError("a pipe bursts");
            });
    assertThat(code).isEqualTo(1);
    assertThat(err.toString())
        .startsWith(folder + ": this is a defect of Kassei\njava.lang.AssertionError: a pipe");
  }
}

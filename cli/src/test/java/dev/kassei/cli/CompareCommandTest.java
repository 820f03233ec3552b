package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folders are those that the trainer's tests keep. */
class CompareCommandTest {
  private static final Path KEPT = Path.of("..", "trainer", "src", "test", "resources", "batches");
  private static final Path ONE = KEPT.resolve("one-dataset");
  private static final Path MANY = KEPT.resolve("many-datasets");

  @TempDir private Path temporary;

  /** A copy of a folder without the lines of its trials that contain a text. */
  private Path copy(Path folder, String name, String without) throws IOException {
    Path copy = Files.createDirectories(temporary.resolve(name));
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    edit(
        copy.resolve("trials.csv"),
        text -> text.lines().filter(line -> !line.contains(without)).collect(lines()));
    return copy;
  }

  private static java.util.stream.Collector<CharSequence, ?, String> lines() {
    return Collectors.joining("\n", "", "\n");
  }

  private static void edit(Path file, java.util.function.UnaryOperator<String> change)
      throws IOException {
    Files.writeString(file, change.apply(Files.readString(file)));
  }

  @Test
  void theSameWordsComeFromTheFolderAlone() {
    Invocation compare = Invocation.of("compare", ONE).done();
    assertThat(compare.out())
        .contains(
            "mish beats relu with 9 of 10 seeds (mean gain 0.0125,",
            "All of this was fixed before any trial ran.",
            "sigmoid failed in 2 of 10 trials; they count as 0.");
    assertThat(compare.outLines())
        .anyMatch(line -> line.matches("mish +10 +0 +0\\.939 ± 0\\.015.*"));
  }

  @Test
  void jsonIsWhatTheBatchWroteButForTheVersion() throws IOException {
    for (Path folder : List.of(ONE, MANY)) {
      String json = Invocation.of("compare", folder, "--json").done().out();
      assertThat(json.replace(Version.kassei(), "1.0.0"))
          .isEqualTo(Files.readString(folder.resolve("statistics.json")));
    }
  }
}

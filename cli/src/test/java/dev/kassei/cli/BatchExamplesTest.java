package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The batches in {@code configs/batch} are valid, and run when they are made small. */
class BatchExamplesTest {
  private static final Path FOLDER = Configs.FOLDER.resolve("batch");
  private static final String ACTIVATIONS = "batch.grid.model.activation=[relu, mish]";

  /** What makes each of them small. */
  private static final Map<String, List<String>> SMALL =
      Map.of(
          "activations-on-tabular",
          List.of(ACTIVATIONS, "batch.grid.dataset=[iris, labor]", "batch.grid.seed.count=2"),
          "activations-on-moons",
          List.of(
              ACTIVATIONS,
              "batch.grid.seed.count=2",
              "batch.tune.grid.optimizer.learning_rate.count=2",
              "batch.tune.seeds.count=1"),
          "xor-seeds",
          List.of(
              "batch.grid.model.activation=[sigmoid, mish]", "batch.grid.seed.weights.count=2"));

  @TempDir private Path temporary;

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".yaml", "");
  }

  @Test
  void eachIsMadeSmallInItsOwnWay() throws IOException {
    assertThat(files().stream().map(BatchExamplesTest::name))
        .containsExactlyInAnyOrderElementsOf(SMALL.keySet());
  }

  @ParameterizedTest
  @MethodSource("files")
  void eachIsValidWithoutAWarning(Path file) {
    assertThat(Invocation.of("validate", file).done().out()).startsWith(file + ": ok\n");
  }

  @ParameterizedTest
  @MethodSource("files")
  void eachRunsToAVerdict(Path file) throws IOException {
    List<Object> words = new ArrayList<>(List.of("run", file, "--no-plots", "--out", temporary));
    words.addAll(List.of("--set", "training.epochs=2"));
    SMALL.get(name(file)).forEach(setting -> words.addAll(List.of("--set", setting)));

    Invocation run = Invocation.of(words.toArray()).done();

    assertThat(run.out()).contains("Verdict:");
    assertThat(run.folder()).isEqualTo(temporary.resolve(name(file)));
    assertThat(run.folder().resolve("runs")).isNotEmptyDirectory();
  }
}

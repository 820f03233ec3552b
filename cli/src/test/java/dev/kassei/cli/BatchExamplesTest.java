package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
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
          "optimizers-on-digits",
          List.of(
              "batch.grid.optimizer=[adam, schedule_free_sgd]",
              "batch.grid.seed.count=2",
              "batch.tune.grid.optimizer.learning_rate.count=2",
              "batch.tune.seeds.count=1"),
          "xor-seeds",
          List.of("batch.grid.model.activation=[sigmoid, mish]", "batch.grid.seed.weights.count=2"),
          "catalogue-on-moons",
          List.of(ACTIVATIONS, "batch.grid.seed.count=2", "batch.keep=none"),
          "uci",
          List.of(
              ACTIVATIONS,
              "model.hidden=4",
              "batch.grid.dataset.split.fold.count=1",
              "batch.keep=none"));

  /** Sixteen rows of two classes, and two folds of them. */
  private static final String ROWS = "f1,f2,label\n" + "0.5,1,0\n-0.5,2,1\n".repeat(8);

  private static final String FOLDS =
      "0 1 2 3 4 5 6 7\n8 9 10 11 12 13 14 15\n8 9 10 11 12 13 14 15\n0 1 2 3 4 5 6 7\n".repeat(2);

  @TempDir private Path temporary;

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".yaml", "");
  }

  private Path ready(Path file) throws IOException {
    return name(file).equals("uci") ? uci() : file;
  }

  @Test
  void eachIsMadeSmallInItsOwnWay() throws IOException {
    assertThat(files().stream().map(BatchExamplesTest::name))
        .containsExactlyInAnyOrderElementsOf(SMALL.keySet());
  }

  @ParameterizedTest
  @Tag("slow")
  @MethodSource("files")
  void eachIsValidWithoutAWarning(Path file) throws IOException {
    Path ready = ready(file);
    assertThat(Invocation.of("validate", ready).done().out()).startsWith(ready + ": ok\n");
  }

  @ParameterizedTest
  @MethodSource("files")
  void eachRunsToAVerdict(Path file) throws IOException {
    Path ready = ready(file);
    List<Object> words = new ArrayList<>(List.of("run", ready, "--no-plots", "--out", temporary));
    words.addAll(List.of("--set", "training.epochs=2"));
    SMALL.get(name(file)).forEach(setting -> words.addAll(List.of("--set", setting)));

    Invocation run = Invocation.of(words.toArray()).done();

    assertThat(run.out()).contains("Verdict:");
    assertThat(run.folder()).isEqualTo(temporary.resolve(name(file)));
    assertThat(Files.isDirectory(run.folder().resolve("runs")))
        .isEqualTo(!SMALL.get(name(file)).contains("batch.keep=none"));
  }

  @Test
  void theDataOfTheUciStudyIsTheUsersToBring() throws IOException {
    Path file = uci();
    Files.delete(temporary.resolve("data/uci/wine.csv"));
    Invocation run =
        Invocation.of(
            "run",
            file,
            "--no-plots",
            "--out",
            temporary,
            "--set",
            "batch.grid.dataset.split.fold.count=1");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains(
            "wine.csv: there is no such file; relative paths start at '%s', which the key folder"
                    .formatted(temporary.resolve("data/uci"))
                + " or --set folder=DIR changes (trial ");
  }

  /** The study beside a small data set of each name. */
  private Path uci() throws IOException {
    Path file = Files.createDirectories(temporary.resolve("configs/batch")).resolve("uci.yaml");
    Files.copy(FOLDER.resolve("uci.yaml"), file);
    Path data = Files.createDirectories(temporary.resolve("data/uci"));
    Matcher names = Pattern.compile("\\{name: ([^,]+), path").matcher(Files.readString(file));
    while (names.find()) {
      Files.writeString(data.resolve(names.group(1) + ".csv"), ROWS);
      Files.writeString(data.resolve(names.group(1) + ".folds.txt"), FOLDS);
    }
    return file;
  }
}

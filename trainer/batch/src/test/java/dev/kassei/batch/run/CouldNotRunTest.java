package dev.kassei.batch.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.run.TinyBatch.Trained;
import dev.kassei.fixtures.PluginFolder;
import dev.kassei.results.record.BatchFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the machine or a plugin could not do is no result, and is tried again. */
class CouldNotRunTest {
  private static final String MOODY =
      "{grid: {metrics: [[accuracy], [moody]], seed: {from: 1, count: 4}}}";

  @TempDir private Path temporary;
  private TinyBatch tiny = new TinyBatch(Path.of(""));

  @BeforeEach
  void open() {
    tiny = new TinyBatch(temporary);
  }

  /** A metric that throws while there is a file. */
  private Path moody(Path file, String thrown) throws IOException {
    return new PluginFolder(temporary.resolve("classes"))
        .compile(
            "Moody",
            """
            @PluginName("moody") public record Moody() implements Metric {
              public double value(Predictions predictions) {
                if (new java.io.File("%s").exists()) { throw new %s; }
                return 1;
              }
            }
            """
                .formatted(file.toString().replace("\\", "\\\\"), thrown))
        .service("Metric", "Moody")
        .path();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OutOfMemoryError(\"Java heap space\")",
        "OutOfMemoryError(\"unable to create native thread\")",
        "StackOverflowError()",
        "NoClassDefFoundError(\"Gone\")",
        "IllegalStateException(\"not in the mood\")",
        "IllegalArgumentException(\"too much\")",
        "java.io.UncheckedIOException(new java.io.IOException(\"away\"))"
      })
  void aTrialThatThrowsIsListedHarmsNoOtherAndIsTriedAgain(String thrown) throws IOException {
    Path file = Files.createFile(temporary.resolve("file"));
    tiny.with(moody(file, thrown));
    BatchConfig batch = tiny.config(MOODY);

    BatchRun run = tiny.run(batch).run();
    assertThat(run.isComplete()).isFalse();
    assertThat(run.failures()).isEmpty();
    assertThat(run.results().trials())
        .hasSize(4)
        .allSatisfy(trial -> assertThat(trial.axes()).containsEntry("metrics", "[accuracy]"));
    assertThat(run.unrun()).extracting(UnrunTrial::number).containsExactly(5, 6, 7, 8);
    assertThat(run.unrun()).allSatisfy(trial -> assertThat(trial.obstacle().advice()).isNotEmpty());
    assertThat(Files.readAllLines(tiny.results().resolve(BatchFiles.JOURNAL))).hasSize(4);

    Files.delete(file);
    Trained again = tiny.run(batch);
    assertThat(again.records()).hasSize(4);
    assertThat(again.run().unrun()).isEmpty();
    assertThat(again.digest()).isEqualTo(undisturbed(batch));
  }

  private String undisturbed(BatchConfig batch) throws IOException {
    BatchOptions alone = TinyBatch.options(1, Optional.of(1), false);
    return TinyBatch.run(batch, temporary.resolve("elsewhere"), alone, 99).digest();
  }

  @Test
  void aTuningWaitsForTheCandidateThatCouldNotRun() throws IOException {
    Path file = Files.createFile(temporary.resolve("file"));
    tiny.with(moody(file, "OutOfMemoryError(\"Java heap space\")"));
    BatchConfig batch =
        tiny.config(
            """
            {grid: {seed: [1, 2]}, tune: {grid: {metrics: [[accuracy], [moody]]}, seeds: [3],
             metric: validation.loss}}""");
    BatchRun run = tiny.run(batch).run();
    assertThat(run.results().trials()).isEmpty();
    assertThat(run.unrun()).isNotEmpty().allMatch(trial -> trial.what().equals("tuning"));

    Files.delete(file);
    assertThat(tiny.run(batch).run().isComplete()).isTrue();
  }

  @Test
  void aFileThatIsAwayIsNoResult() throws IOException {
    BatchConfig batch =
        tiny.config("{grid: {seed: [1, 2]}}", "training.initial_weights=first.safetensors");
    assertThat(tiny.run(batch).run().unrun())
        .hasSize(2)
        .allSatisfy(
            trial ->
                assertThat(trial.obstacle().reason())
                    .startsWith("training.initial_weights: there is no file"));
    assertThat(tiny.results().resolve(BatchFiles.JOURNAL)).isEmptyFile();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.5, Double.NaN, Double.POSITIVE_INFINITY})
  void aScheduleWithAFactorThatIsNoneIsNamed(double factor) throws IOException {
    Path classes =
        new PluginFolder(temporary.resolve("classes"))
            .compile(
                "Falling",
                "@PluginName(\"falling\") public record Falling(double to) implements Schedule {"
                    + " public Falling() { this(0); } public double factor(Progress progress) {"
                    + " return progress.step() < 3 ? 1 : Double.parseDouble(\"%s\"); } }"
                        .formatted(factor))
            .service("Schedule", "Falling")
            .path();
    BatchConfig batch =
        tiny.with(classes).config("{grid: {seed: [1, 2]}}", "training.schedule={type: falling}");
    assertThat(tiny.run(batch).run().unrun())
        .hasSize(2)
        .allSatisfy(
            trial ->
                assertThat(trial.obstacle())
                    .hasToString(
                        "training.schedule: the plugin Falling[to=0.0] (thirdparty.Falling) gives the"
                            + " factor %s in step 3, where a schedule gives a finite one that is not"
                                .formatted(factor)
                            + " negative; fix the plugin, or leave it out"));
  }

  @Test
  void failFastEndsTheBatchAtTheFirst() throws IOException {
    tiny.with(moody(Files.createFile(temporary.resolve("file")), "IllegalStateException()"));
    BatchConfig batch = tiny.config(MOODY, "batch.grid.metrics=[[moody]]");
    BatchOptions failFast = TinyBatch.options(1, Optional.of(1), true);
    assertThat(TinyBatch.run(batch, tiny.results(), failFast, 99).run().unrun()).hasSize(1);
  }

  @Test
  void theNumberOfARowThatIsNoneIsAFactAboutTheExperiment() throws IOException {
    Path classes =
        new PluginFolder(temporary.resolve("classes"))
            .compile(
                "Lost",
                "@PluginName(\"lost\") public record Lost() implements Activation {"
                    + " public Expr apply(Expr x) {"
                    + " return Expr.columnIndex(x.width()).gather(x.rowMax()); } }")
            .service("Activation", "Lost")
            .path();
    BatchConfig batch =
        tiny.with(classes).config("{grid: {model.activation: [lost, relu], seed: [1, 2]}}");
    BatchRun run = tiny.run(batch).run();
    assertThat(run.unrun()).isEmpty();
    assertThat(run.failures())
        .hasSize(2)
        .allSatisfy(
            trial -> {
              assertThat(trial.record().status()).isEqualTo(TrialStatus.FAILED);
              assertThat(trial.record().reason()).startsWith("a row number from 0 to");
            });
    assertThat(tiny.run(batch).records()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Java heap space, it does not fit into the, -Xmx",
    "unable to create native thread: possibly out of memory, the system refused, --threads 1"
  })
  void memoryAndThreadsAreToldApart(String message, String reason, String advice) {
    Obstacle obstacle =
        Obstacle.of(new IllegalStateException("a share", new OutOfMemoryError(message)));
    assertThat(obstacle.reason()).startsWith(reason);
    assertThat(obstacle.advice()).contains(advice);
  }

  @Test
  void whatNobodyExpectedSaysWhereItCameFrom() {
    Obstacle obstacle = Obstacle.of(new IllegalStateException("odd"));
    assertThat(List.of(obstacle.reason(), obstacle.advice()))
        .allSatisfy(text -> assertThat(text).containsAnyOf("CouldNotRunTest", "defect of Kassei"));
  }
}

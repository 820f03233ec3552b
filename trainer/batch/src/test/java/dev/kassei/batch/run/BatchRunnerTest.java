package dev.kassei.batch.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.run.TinyBatch.Trained;
import dev.kassei.experiment.checkpoint.Checkpoint;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.fixtures.PluginFolder;
import dev.kassei.results.file.Sync;
import dev.kassei.results.record.BatchFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchRunnerTest {
  private static final String GRID =
      "{grid: {model.activation: [relu, tanh], seed: {from: 1, count: 3}}}";
  private static final String TUNED =
      """
      {grid: {model.activation: [relu, tanh], seed: [1, 2]},
       tune: {grid: {optimizer.learning_rate: [0.01, 0.1]}, seeds: [11, 12]}}""";
  private static final String DIVERGING =
      """
      {grid: {model.activation: [relu, tanh], optimizer.learning_rate: [0.1, 1e38], seed: [1, 2]}}""";

  @TempDir private Path temporary;
  private TinyBatch tiny = new TinyBatch(Path.of(""));

  @BeforeEach
  void open() {
    tiny = new TinyBatch(temporary);
  }

  private static BatchOptions alone() {
    return TinyBatch.options(1, Optional.of(1), false);
  }

  private Path elsewhere() {
    return temporary.resolve("elsewhere");
  }

  // Going on

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void aStoppedBatchGoesOnWithWhatIsMissing(int ended) throws IOException {
    BatchConfig batch = tiny.config(GRID);
    Trained stopped = TinyBatch.run(batch, tiny.results(), alone(), ended);
    assertThat(stopped.records()).hasSize(ended);
    assertThat(stopped.run().isComplete()).isFalse();

    Trained rest = tiny.run(batch);
    assertThat(rest.records()).hasSize(6 - ended);
    assertThat(rest.keys()).doesNotContainAnyElementsOf(stopped.keys());
    assertThat(rest.run().isComplete()).isTrue();
    assertThat(rest.digest())
        .isEqualTo(TinyBatch.run(batch, elsewhere(), alone(), 99).digest())
        .isNotEqualTo(stopped.digest());
    assertThat(tiny.run(batch).records()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 16, 18})
  void aStoppedTuningGoesOnToTheSameChoice(int ended) throws IOException {
    BatchConfig batch = tiny.config(TUNED);
    TinyBatch.run(batch, tiny.results(), alone(), ended);
    Trained rest = tiny.run(batch);
    Trained undisturbed = TinyBatch.run(batch, elsewhere(), alone(), 99);
    assertThat(rest.digest()).isEqualTo(undisturbed.digest());
    assertThat(rest.run().results().tuning()).isEqualTo(undisturbed.run().results().tuning());
    // each split is tuned on its own: 4 groups of 2 assignments and 2 seeds, then 4 trials
    assertThat(undisturbed.records()).hasSize(20);
    assertThat(rest.records()).hasSize(20 - ended);
  }

  @Test
  void anotherSeedOrActivationTrainsNothingElse() throws IOException {
    tiny.run(tiny.config(GRID));
    assertThat(tiny.run(tiny.config(GRID, "batch.grid.seed.count=4")).records()).hasSize(2);
    String three = "batch.grid.model.activation=[mish, relu, tanh]";
    assertThat(tiny.run(tiny.config(GRID, three)).records()).hasSize(3);
    // what else a trial is made of concerns all, and what changes no result none
    assertThat(tiny.run(tiny.config(GRID, "plots=false", "name=other")).records()).isEmpty();
    assertThat(tiny.run(tiny.config(GRID, "training.epochs=5")).records()).hasSize(6);
  }

  @Test
  void anEditedPluginIsTrainedAnew() throws IOException {
    String grid = GRID.replace("tanh", "wave");
    List<Integer> trained = new ArrayList<>();
    for (String body :
        List.of("return x.sin();", "Expr same = x; return same.sin();", "return x.cos();")) {
      trained.add(tiny.with(wave(body)).run(tiny.config(grid)).records().size());
    }
    assertThat(trained)
        .as("at first, the same formula in other code, another formula")
        .containsExactly(6, 3, 3);
    assertThat(tiny.results().resolve(BatchFiles.PLAN_LOG))
        .content()
        .contains("\"trials\":6,", "\"trials\":9,")
        .containsPattern("(?s)a plugin changed.*a plugin changed");
  }

  private Path wave(String body) throws IOException {
    Path classes = Files.createTempDirectory(temporary, "classes");
    return new PluginFolder(classes)
        .compile(
            "Wave",
            "@PluginName(\"wave\") public record Wave() implements Activation {"
                + " public Expr apply(Expr x) { %s } }".formatted(body))
        .service("Activation", "Wave")
        .path();
  }

  // The journal

  @Test
  void aTornLineAndADamagedOneAreTrainedAgain() throws IOException {
    BatchConfig batch = tiny.config(GRID);
    String digest = tiny.run(batch).digest();
    Path journal = tiny.results().resolve(BatchFiles.JOURNAL);
    byte[] whole = Files.readAllBytes(journal);

    Files.write(journal, Arrays.copyOf(whole, whole.length - 10));
    Trained torn = tiny.run(batch);
    assertThat(torn.records()).hasSize(1);
    assertThat(torn.digest()).isEqualTo(digest);

    byte[] flipped = Files.readAllBytes(journal);
    flipped[flipped.length / 2] ^= 1;
    Files.write(journal, flipped);
    Trained damaged = tiny.run(batch);
    assertThat(damaged.records()).hasSize(1);
    assertThat(damaged.digest()).isEqualTo(digest);
    assertThat(tiny.run(batch).records()).isEmpty();
  }

  // The same bits

  @ParameterizedTest
  @ValueSource(strings = {GRID, TUNED, DIVERGING})
  void threadsAndLanesChangeNothing(String grid) throws IOException {
    BatchConfig batch = tiny.config(grid);
    String digest = TinyBatch.run(batch, tiny.results(), alone(), 99).digest();
    List<BatchOptions> ways =
        List.of(
            TinyBatch.options(1, Optional.empty(), false),
            TinyBatch.options(1, Optional.of(3), false),
            TinyBatch.options(2, Optional.of(1), false),
            TinyBatch.options(2, Optional.of(8), false));
    for (BatchOptions way : ways) {
      Path folder = Files.createTempDirectory(temporary, "way");
      assertThat(TinyBatch.run(batch, folder, way, 99).digest()).as("%s", way).isEqualTo(digest);
    }
  }

  // Failures

  @Test
  void aTrialThatDivergesIsRecordedAndHarmsNoOther() throws IOException {
    BatchRun run = tiny.run(tiny.config(DIVERGING)).run();
    assertThat(run.isComplete()).isTrue();
    assertThat(run.failures())
        .isNotEmpty()
        .allSatisfy(
            trial -> {
              assertThat(trial.axes()).containsEntry("optimizer.learning_rate", "1e38");
              assertThat(trial.record().status()).isEqualTo(TrialStatus.DIVERGED);
              assertThat(trial.record().reason()).startsWith("the loss is not a finite number at");
            });
    assertThat(sound(run)).hasSize(4).isEqualTo(sound(apart("optimizer.learning_rate=[0.1]")));
  }

  private BatchRun apart(String setting) throws IOException {
    BatchConfig batch = tiny.config(DIVERGING, "batch.grid." + setting);
    return TinyBatch.run(batch, elsewhere(), alone(), 99).run();
  }

  private static List<String> sound(BatchRun run) {
    return digests(
        run.results().trials().stream()
            .filter(trial -> trial.axes().get("optimizer.learning_rate").equals("0.1")));
  }

  private static List<String> digests(Stream<TrialResult> trials) {
    return trials.map(trial -> trial.record().digest()).toList();
  }

  @Test
  void failFastEndsTheBatchAtTheFirstFailure() throws IOException {
    BatchConfig batch = tiny.config(DIVERGING);
    BatchOptions options = TinyBatch.options(1, Optional.of(1), true);
    Trained trained = TinyBatch.run(batch, tiny.results(), options, 99);
    assertThat(trained.run().isComplete()).isFalse();
    assertThat(trained.run().failures()).hasSize(1);
    assertThat(trained.records().get(trained.records().size() - 1).status())
        .isEqualTo(TrialStatus.DIVERGED);
  }

  // Surfaces

  private List<Path> surfaces() throws IOException {
    Path folder = tiny.results().resolve(BatchFiles.SURFACES);
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  @Test
  void withoutPicturesNoSurfaceIsKept() throws IOException {
    tiny.runWithoutPictures(tiny.config(GRID));
    assertThat(surfaces()).isEmpty();
    tiny.run(tiny.config(GRID, "plots=false", "training.epochs=3"));
    assertThat(surfaces()).isEmpty();
    tiny.run(tiny.config(GRID, "training.epochs=5"));
    assertThat(surfaces()).hasSize(6);
  }

  @Test
  void surfacesOfTrialsThatTheBatchHasNoMoreGoAtTheEnd() throws IOException {
    tiny.run(tiny.config(GRID));
    List<Path> first = surfaces();
    Path mine = Files.createFile(tiny.results().resolve("surfaces/mine.safetensors"));
    Files.createFile(tiny.results().resolve("surfaces/0123456789abcdef.safetensors.tmp"));
    tiny.run(tiny.config(GRID, "training.epochs=5"));
    assertThat(surfaces()).hasSize(7).contains(mine).doesNotContainAnyElementsOf(first);
  }

  // The folder

  @Test
  void aFolderInUseIsRefused() throws IOException {
    BatchConfig batch = tiny.config(GRID);
    try (BatchFolder held = BatchFolder.open(tiny.results(), new Checkpoint(), Sync.DISK)) {
      assertThatExceptionOfType(ExperimentException.class)
          .isThrownBy(() -> tiny.run(batch))
          .withMessage(
              "--out: '%s' is in use: another process trains this batch".formatted(held.path()));
    }
    assertThat(tiny.run(batch).run().isComplete()).isTrue();
  }

  @Test
  void aFolderIsInUseUntilEverythingIsWritten() throws IOException {
    BatchConfig batch = tiny.config(GRID);
    var runner =
        new BatchRunner(
            batch,
            new KasseiVersion("1", "1"),
            TinyBatch.options(1, Optional.empty(), false),
            new StopSignal(),
            BatchListener.SILENT);
    boolean ended =
        runner.run(
            tiny.results(),
            run -> {
              assertThatExceptionOfType(ExperimentException.class)
                  .isThrownBy(() -> tiny.run(batch))
                  .withMessageContaining("is in use");
              return run.isComplete();
            });
    assertThat(ended).isTrue();
  }

  @Test
  void aFolderOfSomethingElseIsRefusedAndLeftAlone() throws IOException {
    BatchConfig batch = tiny.config(GRID);
    Path note = Files.createDirectories(tiny.results()).resolve("note.txt");
    Files.writeString(note, "mine");
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> tiny.run(batch))
        .withMessage(
            "--out: '%s' is there but holds no batch; choose another folder, or another name"
                .formatted(tiny.results()));
    try (Stream<Path> files = Files.list(tiny.results())) {
      assertThat(files).containsExactly(note);
    }
  }
}

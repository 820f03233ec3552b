package dev.kassei.trainer.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kassei.trainer.config.BatchConfig;
import dev.kassei.trainer.config.Checkpoint;
import dev.kassei.trainer.result.Digest;
import dev.kassei.trainer.training.Outcome;
import dev.kassei.trainer.training.Preparation;
import dev.kassei.trainer.training.PreparedTrial;
import dev.kassei.trainer.training.RunOptions;
import dev.kassei.trainer.training.TrialState;
import dev.kassei.trainer.training.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointFolderTest {
  private static final List<String> KEYS = List.of("a", "b", "c");
  private static final RunOptions OPTIONS =
      new RunOptions(1, 1, RunOptions.Kernels.AUTO, false, false);

  @TempDir private Path temporary;

  private BatchConfig batch(String... settings) throws IOException {
    return new TinyBatch(temporary).config("{grid: {seed: [1, 2, 3]}}", settings);
  }

  private static List<PreparedTrial> trials(BatchConfig batch) {
    var preparation = new Preparation(Optional.empty());
    return batch.trials().stream().map(trial -> preparation.of(trial.config())).toList();
  }

  private CheckpointFolder folder(int everyEpochs) throws IOException {
    return new CheckpointFolder(temporary.resolve("states"), new Checkpoint(0, everyEpochs));
  }

  /** Stops after so many epochs. */
  private static BooleanSupplier after(int epochs) {
    int[] asked = {0};
    return () -> ++asked[0] >= epochs;
  }

  private static void stop(List<PreparedTrial> trials, CheckpointFolder folder, int epochs) {
    try (var bench = new Workbench(OPTIONS, after(epochs))) {
      assertThatThrownBy(() -> bench.train(trials, List.of(), folder.of(KEYS)))
          .isInstanceOf(CancellationException.class);
    }
  }

  private static List<String> digests(
      List<PreparedTrial> trials, List<TrialState> states, CheckpointFolder folder) {
    try (var bench = new Workbench(OPTIONS, () -> false)) {
      return bench.train(trials, states, folder.of(KEYS)).stream()
          .map(outcome -> digest(trials.get(0), outcome))
          .toList();
    }
  }

  private static String digest(PreparedTrial trial, Outcome outcome) {
    return Digest.of(outcome.weights(trial.precision()), outcome.epochs())
        + outcome.metrics()
        + outcome.bestMetrics()
        + outcome.bestEpoch()
        + outcome.steps();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "optimizer={type: sgd, learning_rate: 0.1, momentum: 0.9}",
        "optimizer={type: adam, learning_rate: 0.05}",
        "precision=float64",
        "training.schedule={type: reduce_on_plateau, patience: 0, threshold: 0.5}",
        "training.early_stopping={monitor: validation.loss, patience: 3}"
      })
  void trialsThatGoOnEndWithTheSameBits(String setting) throws IOException {
    List<PreparedTrial> trials = trials(batch(setting, "training.epochs=9"));
    CheckpointFolder folder = folder(0);
    List<String> undisturbed = digests(trials, List.of(), folder);
    stop(trials, folder, 2);

    CheckpointFolder another = folder(0);
    List<TrialState> states = KEYS.stream().map(key -> another.find(key).orElseThrow()).toList();
    assertThat(states.get(0).epochs()).hasSize(2);
    assertThat(digests(trials, states, another)).isEqualTo(undisturbed);
  }

  @Test
  void statesAreKeptAsOftenAsAskedFor() throws IOException {
    List<PreparedTrial> trials = trials(batch("training.epochs=9"));
    CheckpointFolder folder = folder(4);
    digests(trials, List.of(), folder);
    assertThat(folder(4).find("b").orElseThrow().epochs()).hasSize(8);
  }

  @Test
  void aDamagedStateIsNone() throws IOException {
    List<PreparedTrial> trials = trials(batch());
    CheckpointFolder folder = folder(0);
    stop(trials, folder, 1);
    Path file = temporary.resolve("states/a.safetensors");
    byte[] bytes = Files.readAllBytes(file);
    for (int at : new int[] {0, 20, bytes.length / 2, bytes.length - 1}) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= 4;
      Files.write(file, damaged);
      assertThat(folder.find("a")).as("byte %s", at).isEmpty();
    }
  }

  @Test
  void aBatchGoesOnFromStatesAndForgetsThem() throws IOException {
    var tiny = new TinyBatch(temporary);
    BatchConfig batch = batch("training.epochs=9");
    String undisturbed = tiny.run(batch).digest();
    Path results = temporary.resolve("again");
    var jobs = new Jobs(new Preparation(Optional.empty()), new TrialKeys("1", Optional.empty()));
    List<String> keys =
        batch.trials().stream().map(trial -> jobs.of(trial, false).key()).limit(2).toList();
    Files.createDirectories(results);
    Files.createFile(results.resolve("lock"));
    Path states = results.resolve("checkpoints");
    stopTwo(trials(batch).subList(0, 2), new CheckpointFolder(states, new Checkpoint()), keys);
    assertThat(states).isDirectoryContaining("glob:**.safetensors");
    Files.writeString(states.resolve("killed.safetensors.tmp"), "half a state");

    TinyBatch.Trained trained =
        TinyBatch.run(
            batch, results, TinyBatch.options(1, Optional.empty(), false), Integer.MAX_VALUE);
    assertThat(trained.digest()).isEqualTo(undisturbed);
    assertThat(states).doesNotExist();
  }

  @Test
  void aStateThatCannotBeWrittenEndsTheBatchAndFailsNoTrial() throws IOException {
    var tiny = new TinyBatch(temporary);
    BatchConfig batch = tiny.config("{grid: {seed: [1, 2]}, checkpoint: {epochs: 1}}");
    Files.createDirectories(tiny.results());
    Files.createFile(tiny.results().resolve("lock"));
    Path blocked = Files.createFile(tiny.results().resolve("checkpoints"));
    assertThatThrownBy(() -> tiny.run(batch)).isInstanceOf(IOException.class);
    Files.delete(blocked);
    assertThat(tiny.run(batch).records()).hasSize(2);
  }

  private static void stopTwo(
      List<PreparedTrial> trials, CheckpointFolder folder, List<String> keys) {
    try (var bench = new Workbench(OPTIONS, after(3))) {
      assertThatThrownBy(() -> bench.train(trials, List.of(), folder.of(keys)))
          .isInstanceOf(CancellationException.class);
    }
  }
}

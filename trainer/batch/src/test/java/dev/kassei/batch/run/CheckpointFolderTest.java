package dev.kassei.batch.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.experiment.checkpoint.Checkpoint;
import dev.kassei.experiment.checkpoint.CheckpointFolder;
import dev.kassei.experiment.checkpoint.TrialKeys;
import dev.kassei.experiment.training.ExperimentCache;
import dev.kassei.experiment.training.LaneTrainer;
import dev.kassei.experiment.training.Outcome;
import dev.kassei.experiment.training.PreparedTrial;
import dev.kassei.experiment.training.RunOptions;
import dev.kassei.experiment.training.TrialState;
import dev.kassei.results.file.Sync;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointFolderTest {
  private static final List<String> KEYS =
      Stream.of("a", "b", "c").map(each -> each.repeat(64)).toList();
  private static final RunOptions OPTIONS = new RunOptions(1, 1, RunOptions.Kernels.AUTO, false);

  @TempDir private Path temporary;

  private BatchConfig batch(String... settings) throws IOException {
    return new TinyBatch(temporary).config("{grid: {seed: [1, 2, 3]}}", settings);
  }

  private static List<PreparedTrial> trials(BatchConfig batch) {
    var experiments = new ExperimentCache();
    return batch.trials().stream().map(trial -> experiments.prepare(trial.config())).toList();
  }

  private CheckpointFolder folder(int everyEpochs) throws IOException {
    return new CheckpointFolder(
        temporary.resolve("states"), new Checkpoint(0, everyEpochs), Sync.DISK);
  }

  /** Stops after so many steps, of which an epoch has three. */
  private static BooleanSupplier after(int steps) {
    int[] asked = {0};
    return () -> ++asked[0] >= steps;
  }

  private static void stop(List<PreparedTrial> trials, CheckpointFolder folder, int steps) {
    stop(trials, KEYS, folder, steps);
  }

  private static void stop(
      List<PreparedTrial> trials, List<String> keys, CheckpointFolder folder, int steps) {
    try (var trainer = new LaneTrainer(OPTIONS, after(steps))) {
      assertThatThrownBy(() -> trainer.train(trials, List.of(), folder.of(keys)))
          .isInstanceOf(CancellationException.class);
    }
  }

  private static List<String> digests(
      List<PreparedTrial> trials, List<TrialState> states, CheckpointFolder folder) {
    try (var trainer = new LaneTrainer(OPTIONS)) {
      return trainer.train(trials, states, folder.of(KEYS)).stream()
          .map(outcome -> digest(trials.get(0), outcome))
          .toList();
    }
  }

  private static String digest(PreparedTrial trial, Outcome outcome) {
    return outcome.digest(trial.precision())
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
    for (int steps : new int[] {6, 7, 8}) {
      stop(trials, folder, steps);
      CheckpointFolder another = folder(0);
      List<TrialState> states = KEYS.stream().map(key -> another.find(key).orElseThrow()).toList();
      assertThat(states.get(0).epochs()).hasSize(2);
      assertThat(states.get(0).position().rows()).isEqualTo(5 * (steps - 6));
      assertThat(digests(trials, states, another)).as("%s steps", steps).isEqualTo(undisturbed);
    }
  }

  @Test
  void statesAreSavedAsOftenAsAskedFor() throws IOException {
    List<PreparedTrial> trials = trials(batch("training.epochs=9"));
    CheckpointFolder folder = folder(4);
    digests(trials, List.of(), folder);
    assertThat(folder(4).find(KEYS.get(1)).orElseThrow().epochs()).hasSize(8);
  }

  @Test
  void aDamagedStateIsNone() throws IOException {
    List<PreparedTrial> trials = trials(batch());
    CheckpointFolder folder = folder(0);
    stop(trials, folder, 1);
    String key = KEYS.get(0);
    Path file = temporary.resolve("states/" + key + ".safetensors");
    byte[] bytes = Files.readAllBytes(file);
    for (int at : new int[] {0, 20, bytes.length / 2, bytes.length - 1}) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= 4;
      Files.write(file, damaged);
      assertThat(folder.find(key)).as("byte %s", at).isEmpty();
    }
  }

  @Test
  void aBatchGoesOnFromStatesAndForgetsThem() throws IOException {
    var tiny = new TinyBatch(temporary);
    BatchConfig batch = batch("training.epochs=9");
    String undisturbed = tiny.run(batch).digest();
    Path results = temporary.resolve("again");
    var jobs = new Jobs(new ExperimentCache(), new TrialKeys("1", Optional.empty()));
    List<String> keys =
        batch.trials().stream().map(trial -> jobs.of(trial).key()).limit(2).toList();
    Files.createDirectories(results);
    Files.createFile(results.resolve("lock"));
    Path states = results.resolve("checkpoints");
    stop(
        trials(batch).subList(0, 2),
        keys,
        new CheckpointFolder(states, new Checkpoint(), Sync.DISK),
        3);
    assertThat(states).isDirectoryContaining("glob:**.safetensors");
    Files.writeString(states.resolve(KEYS.get(0) + ".safetensors.tmp"), "half a state");

    TinyBatch.Trained trained =
        TinyBatch.run(
            batch, results, TinyBatch.options(1, Optional.empty(), false), Integer.MAX_VALUE);
    assertThat(trained.digest()).isEqualTo(undisturbed);
    assertThat(states).doesNotExist();
  }

  private static Path folderWithState(Path results, BatchConfig batch) throws IOException {
    Path states = Files.createDirectories(results.resolve("checkpoints"));
    Files.createFile(results.resolve("lock"));
    var jobs = new Jobs(new ExperimentCache(), new TrialKeys("1", Optional.empty()));
    String key = jobs.of(batch.trials().get(0)).key();
    Files.writeString(states.resolve(key + ".safetensors"), "no state");
    Files.writeString(states.resolve(key + ".safetensors.tmp"), "half a state");
    return states;
  }

  @Test
  void aBatchDeletesNothingOfOthersAmongItsStates() throws IOException {
    var tiny = new TinyBatch(temporary);
    BatchConfig batch = batch();
    Path states = folderWithState(tiny.results(), batch);
    Path elsewhere = Files.writeString(temporary.resolve("mine"), "mine");
    String key = KEYS.get(0);
    List<Path> others =
        List.of(
            Files.createFile(states.resolve("model.safetensors")),
            Files.createFile(states.resolve("model.safetensors.bak")),
            Files.createFile(states.resolve(key + ".safetensors.old")),
            Files.createFile(states.resolve(key.toUpperCase(Locale.ROOT) + ".safetensors")),
            Files.createDirectory(states.resolve(KEYS.get(1) + ".safetensors")),
            Files.createSymbolicLink(states.resolve(KEYS.get(2) + ".safetensors"), elsewhere));
    assertThat(tiny.run(batch).run().isComplete()).isTrue();
    try (Stream<Path> left = Files.list(states)) {
      assertThat(left).containsExactlyInAnyOrderElementsOf(others);
    }
    assertThat(elsewhere).hasContent("mine");
  }

  @Test
  void aBatchDeletesNothingThroughALink() throws IOException {
    var tiny = new TinyBatch(temporary);
    BatchConfig batch = batch();
    Path states = folderWithState(tiny.results(), batch);
    Path elsewhere = Files.move(states, temporary.resolve("elsewhere"));
    Files.createSymbolicLink(states, elsewhere);
    assertThat(tiny.run(batch).run().isComplete()).isTrue();
    assertThat(states).isSymbolicLink();
    assertThat(elsewhere).isDirectoryContaining("glob:**.safetensors");
    assertThat(elsewhere).isDirectoryContaining("glob:**.safetensors.tmp");
  }

  @ParameterizedTest
  @CsvSource({"model.hidden=3, model.hidden=5", "optimizer.momentum=0.9, optimizer.momentum=0"})
  void aTrialBeginsAnewWhereItsStateIsAnotherNetworks(String ours, String others)
      throws IOException {
    BatchConfig batch = batch(ours, "training.epochs=9");
    String undisturbed = new TinyBatch(temporary).run(batch).digest();
    Path results = temporary.resolve("again");
    Path states = folderWithState(results, batch);
    var jobs = new Jobs(new ExperimentCache(), new TrialKeys("1", Optional.empty()));
    List<String> keys = batch.trials().stream().map(trial -> jobs.of(trial).key()).toList();
    var folder = new CheckpointFolder(states, new Checkpoint(), Sync.DISK);
    stop(trials(batch(others, "training.epochs=9")), keys, folder, 3);
    TinyBatch.Trained trained =
        TinyBatch.run(
            batch, results, TinyBatch.options(1, Optional.empty(), false), Integer.MAX_VALUE);
    assertThat(trained.run().failures()).isEmpty();
    assertThat(trained.digest()).isEqualTo(undisturbed);
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
}

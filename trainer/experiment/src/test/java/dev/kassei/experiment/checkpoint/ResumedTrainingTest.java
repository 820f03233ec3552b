package dev.kassei.experiment.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.experiment.config.ConfigLoader;
import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.experiment.plugin.Plugins;
import dev.kassei.experiment.training.Checkpoints;
import dev.kassei.experiment.training.ExperimentCache;
import dev.kassei.experiment.training.LaneTrainer;
import dev.kassei.experiment.training.Outcome;
import dev.kassei.experiment.training.PreparedTrial;
import dev.kassei.experiment.training.RunOptions;
import dev.kassei.experiment.training.TrialState;
import dev.kassei.results.SurfacesFile;
import dev.kassei.results.file.Sync;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Training that is stopped at random steps, in a new process each time, ends with the same bits.
 */
class ResumedTrainingTest {
  private static final String EXPERIMENT =
      """
      name: resumed
      dataset: {type: moons, samples: 40, split: {validation: 0.25, test: 0.25}}
      model: {type: mlp, hidden: [4], activation: tanh}
      loss: binary_cross_entropy
      optimizer: {type: sgd, learning_rate: 0.1}
      training: {epochs: 12, batch_size: 6}
      plots: {surface: {points: 3}}
      """;

  private static final String KEY = "a".repeat(64);
  private static final int STOPS = 10;

  @TempDir private Path temporary;

  private LoadedConfig config(String... settings) throws IOException {
    Path file = temporary.resolve("resumed.yaml");
    Files.writeString(file, EXPERIMENT);
    return new ConfigLoader(Plugins.builtIn()).load(file, List.of(settings));
  }

  private static PreparedTrial trial(LoadedConfig config) {
    return new ExperimentCache().prepare(config).recorded(config.experiment().plots());
  }

  private CheckpointFolder folder() throws IOException {
    return new CheckpointFolder(temporary.resolve("states"), new Checkpoint(0, 0), Sync.DISK);
  }

  /** Continues where the last process stopped, if one did; so many steps at most. */
  private Outcome train(LoadedConfig config, int steps) throws IOException {
    CheckpointFolder folder = folder();
    List<TrialState> states = folder.find(KEY).stream().toList();
    int[] asked = {0};
    try (var trainer = new LaneTrainer(new RunOptions(), () -> ++asked[0] >= steps)) {
      return trainer.train(List.of(trial(config)), states, folder.of(List.of(KEY))).get(0);
    }
  }

  private Outcome undisturbed(LoadedConfig config) {
    try (var trainer = new LaneTrainer(new RunOptions())) {
      return trainer.train(List.of(trial(config)), List.of(), Checkpoints.NONE).get(0);
    }
  }

  private Outcome disturbed(LoadedConfig config) throws IOException {
    var random = new Random(config.effective().hashCode());
    for (int stop = 0; stop < STOPS; stop++) {
      try {
        return train(config, 1 + random.nextInt(6));
      } catch (CancellationException e) {
        assertThat(folder().find(KEY)).isPresent();
      }
    }
    return train(config, Integer.MAX_VALUE);
  }

  /** All that a folder of a run holds but timings. */
  private String content(LoadedConfig config, Outcome outcome) throws IOException {
    Path surfaces = temporary.resolve("surfaces");
    SurfacesFile.write(outcome.surfaces().orElseThrow(), config.experiment().precision(), surfaces);
    return String.join(
        "\n",
        outcome.digest(config.experiment().precision()),
        outcome.bestMetrics().toString(),
        outcome.histograms().toString(),
        Integer.toString(outcome.bestEpoch()),
        Long.toString(outcome.steps()),
        new InputFiles().digest(surfaces));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "optimizer={type: sgd, learning_rate: 0.1, momentum: 0.9, nesterov: true}",
        "optimizer={type: adam, learning_rate: 0.05}",
        "optimizer={type: adafactor, learning_rate: 0.05}",
        "optimizer={type: muon, learning_rate: 0.02, vectors: {type: nadam, learning_rate: 0.05}}",
        "optimizer={type: rprop, learning_rate: 0.01}",
        "optimizer={type: schedule_free_sgd, learning_rate: 1}",
        "optimizer={type: schedule_free_adamw, learning_rate: 0.05}",
        "precision=float64",
        "training.shuffle=false",
        "training.schedule={type: reduce_on_plateau, patience: 0, threshold: 0.5}",
        "training.early_stopping={monitor: validation.loss, patience: 3}",
        "training.drop_last=true",
        "training.accumulate=2",
        "training.sharpness_aware={rho: 0.1}",
        "training.max_steps=31",
        "optimizer=adam; model.norm=batch_norm; model.dropout=0.2",
        "training.validate_every=5",
        "training.train_metrics=true",
        "training.validate_every={steps: 3}; training.early_stopping={patience: 4}",
        "training.validate_every={steps: 3}; training.schedule={type: reduce_on_plateau, patience: 0}"
      })
  void stopsAtRandomStepsChangeNoBit(String setting) throws IOException {
    assertResumes(config(setting.split("; ")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lbfgs",
        "{type: lbfgs, max_iter: 3, history_size: 2}",
        "cma_es",
        "{type: cma_es, covariance: diagonal}",
        "random_search"
      })
  void minimizersContinueFromTheirMemory(String optimizer) throws IOException {
    assertResumes(
        config(
            "optimizer=" + optimizer,
            "training.batch_size=all",
            "model={type: mlp, hidden: [4], activation: tanh, norm: batch_norm, dropout: 0.1}"));
  }

  private void assertResumes(LoadedConfig config) throws IOException {
    Outcome whole = undisturbed(config);
    Outcome resumed = disturbed(config);
    assertThat(content(config, resumed)).isEqualTo(content(config, whole));
    assertThat(resumed.epochSeconds()).hasSameSizeAs(whole.epochSeconds());
  }
}

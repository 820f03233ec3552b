package dev.kassei.experiment.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.Listener;
import dev.kassei.api.Precision;
import dev.kassei.experiment.config.ConfigLoader;
import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.experiment.plugin.Plugins;
import dev.kassei.experiment.training.Checkpoints;
import dev.kassei.experiment.training.ExperimentCache;
import dev.kassei.experiment.training.LaneTrainer;
import dev.kassei.experiment.training.Outcome;
import dev.kassei.experiment.training.PreparedTrial;
import dev.kassei.experiment.training.RunOptions;
import dev.kassei.experiment.training.RunWriter;
import dev.kassei.results.Run;
import dev.kassei.results.RunFolder;
import dev.kassei.results.Safetensors;
import dev.kassei.results.record.BestRecord;
import dev.kassei.results.record.RunEnd;
import dev.kassei.results.record.RunRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When training ends, and what is measured on the way. */
class TrainingLimitsTest {
  /** Of 20 training rows an epoch has 4 steps. */
  private static final String EXPERIMENT =
      """
      name: limits
      dataset: {type: moons, samples: 40, split: {validation: 0.25, test: 0.25}}
      model: {type: mlp, hidden: [4], activation: tanh}
      loss: binary_cross_entropy
      optimizer: {type: sgd, learning_rate: 0.1}
      training: {epochs: 6, batch_size: 6}
      plots: false
      """;

  @TempDir private Path temporary;

  private LoadedConfig config(String... settings) throws IOException {
    Path file = temporary.resolve("limits.yaml");
    Files.writeString(file, EXPERIMENT);
    return new ConfigLoader(Plugins.builtIn()).load(file, List.of(settings));
  }

  private Outcome train(String... settings) throws IOException {
    return train(config(settings));
  }

  private static Outcome train(LoadedConfig config) {
    PreparedTrial trial = new ExperimentCache().prepare(config);
    try (var trainer = new LaneTrainer(new RunOptions())) {
      return trainer.prepare(trial, new Listener() {}).train();
    }
  }

  private static double[] weights(Outcome outcome) {
    return outcome.weights(Precision.FLOAT32).stream()
        .flatMapToDouble(tensor -> Arrays.stream(tensor.values()))
        .toArray();
  }

  private static String digest(Outcome outcome) {
    return outcome.digest(Precision.FLOAT32);
  }

  private RunFolder written(String... settings) throws IOException {
    LoadedConfig config = config(settings);
    RunFolder folder = RunFolder.create(temporary, "run");
    new RunWriter(config, new ExperimentCache().data(config), "1").write(train(config), folder);
    return folder;
  }

  private static List<String> column(RunFolder folder, String file, int column) throws IOException {
    return Files.readAllLines(folder.file(file)).stream()
        .map(line -> line.split(",", -1)[column])
        .toList();
  }

  @Test
  void trainingEndsWithinAnEpochAtItsLastStep() throws IOException {
    Outcome outcome = train("training.max_steps=10");
    assertThat(outcome.end()).isEqualTo(RunEnd.MAX_STEPS);
    assertThat(outcome.steps()).isEqualTo(10);
    assertThat(outcome.epochs()).hasSize(3);
    assertThat(train("training.max_steps=1000").end()).isEqualTo(RunEnd.EPOCHS);
  }

  @Test
  void aTimeBudgetIsRepeatedByItsSteps() throws IOException {
    Outcome outcome = train("training.time_budget=0.000001s");
    assertThat(outcome.end()).isEqualTo(RunEnd.TIME_BUDGET);
    Outcome repeated = train("training.max_steps=" + outcome.steps());
    assertThat(digest(repeated)).isEqualTo(digest(outcome));
    assertThat(digest(train("training.time_budget=1h"))).isEqualTo(digest(train()));
  }

  @Test
  void eachTrialInALaneEndsByItself() throws IOException {
    var cache = new ExperimentCache();
    List<PreparedTrial> trials =
        List.of(
            cache.prepare(config("training.max_steps=5")),
            cache.prepare(config()),
            cache.prepare(config("training.max_steps=9")));
    try (var trainer = new LaneTrainer(new RunOptions())) {
      List<Outcome> together = trainer.train(trials, List.of(), Checkpoints.NONE);
      assertThat(together).extracting(Outcome::steps).containsExactly(5L, 24L, 9L);
      assertThat(together.stream().map(TrainingLimitsTest::digest))
          .containsExactly(
              digest(train("training.max_steps=5")),
              digest(train()),
              digest(train("training.max_steps=9")));
    }
  }

  @Test
  void validationIsRarerThanEpochs() throws IOException {
    RunFolder folder = written("training.validate_every=4");
    List<String> losses = column(folder, "metrics.csv", 2);
    assertThat(losses.get(0)).isEqualTo("validation.loss");
    assertThat(losses.subList(1, 7).stream().map(String::isEmpty))
        .containsExactly(true, true, true, false, true, false);
    assertThat(Files.exists(folder.file("validations.csv"))).isFalse();
  }

  @Test
  void validationWithinEpochsHasAFile() throws IOException {
    RunFolder folder = written("training.validate_every={steps: 3}");
    assertThat(column(folder, "validations.csv", 0))
        .containsExactly("step", "3", "6", "9", "12", "15", "18", "21", "24");
    assertThat(column(folder, "validations.csv", 1))
        .containsExactly("epoch", "0", "1", "2", "2", "3", "4", "5", "5");
    assertThat(column(folder, "validations.csv", 2).get(4))
        .isEqualTo(column(folder, "metrics.csv", 2).get(3));
  }

  @Test
  void howOftenIsValidatedChangesNoWeight() throws IOException {
    double[] weights = weights(train());
    for (String every : List.of("2", "{steps: 3}")) {
      Outcome outcome = train("training.validate_every=" + every, "training.train_metrics=true");
      assertThat(weights(outcome)).isEqualTo(weights);
    }
  }

  @Test
  void metricsOfTheTrainingRowsAreThoseOfTheWeights() throws IOException {
    Outcome outcome = train("training.train_metrics=true");
    double[] losses = outcome.epochs().column("train.loss");
    assertThat(losses).hasSize(6);
    assertThat(losses[5]).isEqualTo(outcome.metrics().get("train.loss"));
  }

  @Test
  void theLearningRateStandsBesideMetricsAndInNoDigest() throws IOException {
    RunFolder folder = written("training.schedule={type: exponential, factor: 0.5}");
    List<String> lines = Files.readAllLines(folder.file("metrics.csv"));
    assertThat(lines.get(0)).endsWith(",learning_rate");
    assertThat(lines.get(1)).endsWith(",0.1");
    assertThat(lines.get(3)).endsWith(",0.025");
    assertThat(train().epochs().names()).doesNotContain("learning_rate");
  }

  @Test
  void bestAndLastWeightsAreSaved() throws IOException {
    String stopping = "training.early_stopping={patience: 1, monitor: validation.loss";
    String rate = "optimizer.learning_rate=40";
    RunFolder restored = written(rate, stopping + "}");
    RunFolder kept = written(rate, stopping + ", restore_best: false}");
    assertSameTensors(restored, "weights.safetensors", kept, "best_weights.safetensors");
    assertSameTensors(restored, "last_weights.safetensors", kept, "weights.safetensors");
    assertThat(restored.file("best_weights.safetensors")).doesNotExist();
    RunRecord record = Run.read(copy(restored)).record();
    assertThat(record.end()).isEqualTo(RunEnd.EARLY_STOPPING);
    assertThat(record.best()).map(BestRecord::restored).isEqualTo(Optional.of(true));
    assertThat(record.ending())
        .matches(
            "Early stopping ended the training after \\d epochs. The best validation.loss was that of"
                + " epoch \\d, counted from 0, whose weights are the result.");
  }

  private static Path copy(RunFolder folder) throws IOException {
    Files.writeString(folder.file("config.yaml"), "format: 1\n");
    return folder.path();
  }

  private static void assertSameTensors(RunFolder a, String one, RunFolder b, String other)
      throws IOException {
    Safetensors.read(a.file(one))
        .forEach(
            (name, tensor) -> {
              try {
                double[] values = Safetensors.read(b.file(other)).get(name).values();
                assertThat(Arrays.equals(tensor.values(), values)).as(name).isTrue();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }
}

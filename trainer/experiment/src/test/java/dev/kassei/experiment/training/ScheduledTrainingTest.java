package dev.kassei.experiment.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kassei.api.Listener;
import dev.kassei.api.Precision;
import dev.kassei.experiment.config.ConfigLoader;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.experiment.plugin.Plugins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduledTrainingTest {
  private static final String BASE =
      """
      dataset: {type: moons, samples: 40, split: {train: 0.5, validation: 0.5}}
      model: {type: mlp, hidden: [4], activation: tanh}
      loss: binary_cross_entropy
      """;

  @TempDir private Path temporary;

  private LoadedConfig load(String rest) {
    try {
      Path file = Files.writeString(temporary.resolve("experiment.yaml"), BASE + rest);
      return new ConfigLoader(Plugins.builtIn()).load(file, List.of());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Outcome train(String optimizer, String training) {
    LoadedConfig config = load("optimizer: " + optimizer + "\ntraining: " + training + "\n");
    try (var trainer = new LaneTrainer(new RunOptions())) {
      PreparedTrial trial = new ExperimentCache().prepare(config);
      return trainer.prepare(trial, new Listener() {}).train();
    }
  }

  private static String digest(Outcome outcome) {
    return outcome.digest(Precision.FLOAT32);
  }

  @Test
  void aConstantFactorIsASmallerRate() {
    Outcome scheduled =
        train(
            "{type: sgd, learning_rate: 0.5}",
            "{epochs: 5, batch_size: 8, schedule: {type: multi_step, epochs: [0], factor: 0.5}}");
    Outcome plain = train("{type: sgd, learning_rate: 0.25}", "{epochs: 5, batch_size: 8}");

    assertThat(digest(scheduled)).isEqualTo(digest(plain));
  }

  @Test
  void theRateChangesFromStepToStep() {
    String sgd = "{type: sgd, learning_rate: 0.5}";
    String training = "{epochs: 5, batch_size: 8, schedule: %s}";

    assertThat(List.of("cosine", "one_cycle", "polynomial", "{type: warmup, steps: 4}", "~"))
        .extracting(schedule -> digest(train(sgd, training.formatted(schedule))))
        .doesNotHaveDuplicates();
  }

  @Test
  void aPlateauOfTheValidationLossLowersTheRate() {
    // with a threshold of one half every epoch is a plateau
    Outcome reduced =
        train(
            "{type: sgd, learning_rate: 0.5}",
            "{epochs: 3, schedule: {type: reduce_on_plateau, patience: 0, threshold: 0.5}}");
    Outcome stepped =
        train(
            "{type: sgd, learning_rate: 0.5}",
            "{epochs: 3, schedule: {type: multi_step, epochs: [2]}}");

    assertThat(digest(reduced)).isEqualTo(digest(stepped));
  }

  @Test
  void aMinimizerEndsTraining() {
    assertThat(train("one_step", "{epochs: 5, batch_size: all}").epochs()).hasSize(1);
  }

  @Test
  void listenersAreToldOfEachEpochAndOfTheEnd() throws IOException {
    Path notes = temporary.resolve("notes.txt");
    train("sgd", "{epochs: 2, listeners: [{type: noting, path: '" + notes + "'}]}");

    assertThat(notes).hasContent("epoch 0\nepoch 1\nend");
  }

  @Test
  void aScheduleThatCannotWorkIsRefused() throws IOException {
    assertThatThrownBy(() -> train("one_step", "{batch_size: all, schedule: cosine}"))
        .isInstanceOf(ExperimentException.class)
        .hasMessage(
            "training.schedule: this optimizer has no learning rate that a schedule could change;"
                + " leave it out");
    Path file =
        Files.writeString(
            temporary.resolve("plateau.yaml"),
            """
            dataset: xor
            model: mlp
            loss: mse
            optimizer: sgd
            training: {schedule: reduce_on_plateau}
            """);
    LoadedConfig config = new ConfigLoader(Plugins.builtIn()).load(file, List.of());
    assertThatThrownBy(() -> new ExperimentCache().prepare(config))
        .hasMessage(
            "training.schedule: this schedule goes by the validation loss, but there are no"
                + " validation rows; give dataset.split.validation, such as 0.2");
  }
}

package dev.kassei.experiment.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.Precision;
import dev.kassei.experiment.config.ConfigLoader;
import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.experiment.data.SplitData;
import dev.kassei.experiment.plugin.Plugins;
import dev.kassei.results.Safetensors;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An optimizer whose weights in inference are not those of training. */
class ScheduleFreeTrainingTest {
  private static final String BASE =
      """
      name: averaged
      dataset: {type: moons, samples: 40, split: {validation: 0.25, test: 0.25}}
      model: {type: mlp, hidden: [4], activation: tanh}
      loss: binary_cross_entropy
      plots: {surface: {points: 3}}
      """;

  private static final String OPTIMIZER = "optimizer={type: schedule_free_sgd, learning_rate: %s}";
  private static final String RATE = OPTIMIZER.formatted(2);

  @TempDir private Path temporary;

  private PreparedTrial trial(String... settings) throws IOException {
    Path file = Files.writeString(temporary.resolve("averaged.yaml"), BASE);
    LoadedConfig config = new ConfigLoader(Plugins.builtIn()).load(file, List.of(settings));
    return new ExperimentCache().prepare(config).recorded(config.experiment().plots());
  }

  private static List<Outcome> train(List<PreparedTrial> trials) {
    return new TrainingLoop(
            trials,
            Collections.nCopies(trials.size(), Optional.empty()),
            new Plans(new RunOptions()),
            () -> false)
        .train();
  }

  private Outcome train(String... settings) throws IOException {
    return train(List.of(trial(settings))).get(0);
  }

  @Test
  void savedWeightsGiveWhatWasMeasured() throws IOException {
    Outcome outcome = train(RATE, "training={epochs: 5, batch_size: 6}");
    Path saved = temporary.resolve("weights.safetensors");
    try (OutputStream out = Files.newOutputStream(saved)) {
      Safetensors.write(outcome.weights(Precision.FLOAT32), out);
    }

    Outcome loaded = train("optimizer=sgd", "training={epochs: 0, initial_weights: " + saved + "}");

    assertThat(outcome.epochs().value("validation.loss", 4))
        .isEqualTo(loaded.metrics().get("validation.loss"));
    assertThat(loaded.metrics()).isEqualTo(outcome.metrics());
    for (String split : List.of(SplitData.TRAIN, SplitData.VALIDATION, SplitData.TEST)) {
      assertThat(loaded.predictions().get(split).values())
          .isEqualTo(outcome.predictions().get(split).values());
    }
    assertThat(loaded.histograms()).isEqualTo(outcome.histograms());
    assertThat(loaded.surfaces().orElseThrow().last().surfaces().get(0).values())
        .isEqualTo(outcome.surfaces().orElseThrow().last().surfaces().get(0).values());
  }

  @Test
  void theMeanIsNotWhereGradientsAreTaken() throws IOException {
    Outcome averaged = train(RATE, "training={epochs: 5, batch_size: 6}");

    double[] offset = averaged.tensors().get("optimizer.output.weight.offset").values();
    assertThat(offset).isNotEmpty().doesNotContain(0);
  }

  @Test
  void theBestWeightsAreTheBestMean() throws IOException {
    Outcome outcome =
        train(
            OPTIMIZER.formatted(8),
            "training={epochs: 40, batch_size: 6, early_stopping: {patience: 3}}");

    assertThat(outcome.bestEpoch()).isLessThan(outcome.epochs().size() - 1);
    assertThat(outcome.metrics().get("validation.loss"))
        .isEqualTo(outcome.epochs().value("validation.loss", outcome.bestEpoch()));
  }

  @Test
  void lanesHaveTheBitsOfTrialsAlone() throws IOException {
    String training = "training={epochs: 6, batch_size: 6, early_stopping: {patience: 2}}";
    var trials = new ArrayList<PreparedTrial>();
    for (int rate = 1; rate <= 8; rate++) {
      trials.add(trial(OPTIMIZER.formatted(rate), training, "seed=" + rate));
    }
    List<Outcome> together = train(trials);
    for (int i = 0; i < trials.size(); i++) {
      assertThat(together.get(i).digest(Precision.FLOAT32))
          .isEqualTo(train(List.of(trials.get(i))).get(0).digest(Precision.FLOAT32));
    }
  }
}

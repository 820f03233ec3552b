package dev.kassei.experiment.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.experiment.config.ConfigLoader;
import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.experiment.plugin.Plugins;
import dev.kassei.fixtures.PluginFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A third-party metric joins where it is named, and spoils nothing for others. */
class PluginMetricTest {
  private static final String EXPERIMENT =
      """
      dataset: {type: moons, samples: 40, split: {validation: 0.25, test: 0.25}}
      model: {type: mlp, hidden: [5], activation: tanh}
      loss: binary_cross_entropy
      optimizer: {type: sgd, learning_rate: 0.5}
      training: {epochs: 3, batch_size: 7, early_stopping: {monitor: validation.accuracy}}
      """;

  @TempDir private Path temporary;
  private List<Path> plugins = List.of();

  @BeforeEach
  void compile() throws IOException {
    var classes = new PluginFolder(temporary.resolve("classes"));
    classes.compile(
        "Spoiler",
        "@PluginName(\"a_spoiler\") public record Spoiler() implements Metric {"
            + " public double value(Predictions it) {"
            + " java.util.Arrays.fill(it.values(), 0.25);"
            + " java.util.Arrays.fill(it.targets(), 1);"
            + " return 7; } }");
    plugins = List.of(classes.service("Metric", "Spoiler").path());
  }

  private Outcome trained(String metrics) throws IOException {
    Path file = temporary.resolve("experiment.yaml");
    Files.writeString(file, EXPERIMENT + metrics);
    LoadedConfig config =
        new ConfigLoader(Plugins.builtIn().and(plugins), plugins).load(file, List.of());
    try (var trainer = new LaneTrainer(new RunOptions())) {
      return trainer.train(List.of(new ExperimentCache().prepare(config))).get(0);
    }
  }

  @Test
  void whatItDoesToItsArraysStaysWithIt() throws IOException {
    Outcome alone = trained("metrics: [accuracy]");
    Outcome beside = trained("metrics: [a_spoiler, accuracy]");

    assertThat(beside.metrics())
        .containsEntry("test.a_spoiler", 7.0)
        .containsAllEntriesOf(alone.metrics());
    assertThat(beside.bestEpoch()).isEqualTo(alone.bestEpoch());
    alone
        .predictions()
        .forEach(
            (part, predictions) -> {
              assertThat(beside.predictions().get(part).values()).isEqualTo(predictions.values());
              assertThat(beside.predictions().get(part).targets()).isEqualTo(predictions.targets());
            });
    assertThat(trained("metrics: [a_spoiler, accuracy]").metrics()).isEqualTo(beside.metrics());
  }

  @Test
  void itJoinsOnlyWhereItIsNamed() throws IOException {
    assertThat(trained("").metrics().keySet())
        .contains("test.accuracy")
        .noneMatch(name -> name.endsWith("a_spoiler"));
  }
}

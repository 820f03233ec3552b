package dev.kassei.batch.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kassei.batch.plan.FileLoader;
import dev.kassei.batch.plan.TrialConfig;
import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.experiment.plugin.Plugins;
import dev.kassei.experiment.training.ExperimentCache;
import dev.kassei.experiment.training.LaneTrainer;
import dev.kassei.experiment.training.Outcome;
import dev.kassei.experiment.training.RunOptions;
import dev.kassei.fixtures.PluginFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With one seed, activations differ in nothing but their formula. */
class PairedTest {
  private static final String EXPERIMENT =
      """
      dataset: {type: moons, samples: 40, split: {validation: 0.25, test: 0.25}}
      model: {type: mlp, hidden: [5, 4], activation: tanh}
      loss: binary_cross_entropy
      optimizer: {type: sgd, learning_rate: %s}
      training: {epochs: 3, batch_size: 7}
      batch: {grid: {model.activation: %s, seed: [1, 2]}}
      """;

  /** In float32 it is zero: the last weights are the first. */
  private static final String STANDSTILL = "1e-40";

  @TempDir private Path temporary;
  private final ExperimentCache experiments = new ExperimentCache();

  private List<LoadedConfig> trials(String rate, String activations, List<Path> plugins)
      throws IOException {
    Path file = temporary.resolve("paired.yaml");
    Files.writeString(file, EXPERIMENT.formatted(rate, activations));
    return new FileLoader(Plugins.builtIn().and(plugins), plugins)
        .batch(file, List.of()).trials().stream().map(TrialConfig::config).toList();
  }

  private Outcome trained(LoadedConfig config) {
    try (var trainer = new LaneTrainer(new RunOptions())) {
      return trainer.train(List.of(experiments.prepare(config))).get(0);
    }
  }

  @Test
  void everyActivationHasTheSameRowsInTheSameSplits() throws IOException {
    List<LoadedConfig> trials = trials("0.1", "[relu, tanh]", List.of());
    var rows = new ArrayList<Map<String, List<Integer>>>();
    for (LoadedConfig trial : trials) {
      Map<String, List<Integer>> splits = new TreeMap<>();
      experiments
          .prepare(trial)
          .data()
          .splits()
          .forEach(
              (name, split) -> splits.put(name, Arrays.stream(split.numbers()).boxed().toList()));
      rows.add(splits);
    }
    assertThat(rows.get(2)).isEqualTo(rows.get(0));
    assertThat(rows.get(3)).isEqualTo(rows.get(1));
    assertThat(rows.get(1)).isNotEqualTo(rows.get(0));
    assertThat(experiments.prepare(trials.get(2)).data().fingerprint())
        .isEqualTo(experiments.prepare(trials.get(0)).data().fingerprint());
  }

  @Test
  void everyActivationStartsFromTheSameDrawsScaled() throws IOException {
    List<LoadedConfig> trials = trials(STANDSTILL, "[relu, tanh]", List.of());
    Outcome relu = trained(trials.get(0));
    Outcome otherSeed = trained(trials.get(1));
    Outcome tanh = trained(trials.get(2));
    for (String name : List.of("hidden.0.weight", "hidden.1.weight", "output.weight")) {
      double[] a = relu.tensors().get(name).values();
      double[] b = tanh.tensors().get(name).values();
      double scale = b[0] / a[0];
      for (int i = 0; i < a.length; i++) {
        assertThat(b[i] / a[i]).as("%s %s", name, i).isCloseTo(scale, within(1e-6 * scale));
      }
      assertThat(otherSeed.tensors().get(name).values()).isNotEqualTo(a);
    }
  }

  /** Were an order of rows or a draw of noise the name's, these would part at the first step. */
  @Test
  void theSameFormulaUnderTwoNamesGivesTheSameBits() throws IOException {
    PluginFolder classes = new PluginFolder(temporary.resolve("classes"));
    for (String name : List.of("Loud", "Noisy")) {
      classes.compile(
          name,
          "@PluginName(\"%s\") public record %s() implements Activation {"
                  .formatted(name.toLowerCase(Locale.ROOT), name)
              + " public Expr apply(Expr x) {"
              + " return x.tanh().plus(x.uniform(\"noise\", -0.1, 0.1)); } }");
    }
    Path jar = classes.service("Activation", "Loud", "Noisy").path();
    List<String> digests =
        trials("0.1", "[loud, noisy]", List.of(jar)).stream().map(this::digest).toList();
    assertThat(digests.get(2)).isEqualTo(digests.get(0));
    assertThat(digests.get(3)).isEqualTo(digests.get(1));
    assertThat(digests.get(1)).isNotEqualTo(digests.get(0));
  }

  private String digest(LoadedConfig config) {
    return trained(config).digest(config.experiment().precision());
  }
}

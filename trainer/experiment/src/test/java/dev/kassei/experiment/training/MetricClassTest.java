package dev.kassei.experiment.training;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kassei.experiment.config.ConfigLoader;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.experiment.plugin.Plugins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricClassTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"recall", "precision", "f1", "roc_auc", "pr_auc"})
  void aClassThatTheDataLacksIsRefusedWithTheNearest(String metric) throws IOException {
    Path file = folder.resolve("experiment.yaml");
    Files.writeString(
        file,
        """
        dataset: {type: iris, split: {test: 0.2}}
        model: {type: mlp, hidden: [3], activation: tanh}
        loss: cross_entropy
        optimizer: sgd
        training: {epochs: 1}
        metrics: [{type: %s, positive: Setosa}]
        """
            .formatted(metric));
    LoadedConfig config = new ConfigLoader(Plugins.builtIn(), List.of()).load(file, List.of());

    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> new ExperimentCache().prepare(config))
        .withMessageContaining(
            "'%s': no class 'Setosa' in the data, whose classes are [setosa, versicolor, virginica]"
                    .formatted(metric)
                + "; did you mean 'setosa'?");
  }
}

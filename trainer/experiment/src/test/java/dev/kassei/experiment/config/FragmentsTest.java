package dev.kassei.experiment.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.Activation;
import dev.kassei.api.Precision;
import dev.kassei.builtins.dataset.Csv;
import dev.kassei.builtins.dataset.Header;
import dev.kassei.builtins.dataset.Missing;
import dev.kassei.builtins.dataset.Task;
import dev.kassei.builtins.dataset.Xor;
import dev.kassei.builtins.initializer.HeNormal;
import dev.kassei.builtins.initializer.Initializers;
import dev.kassei.builtins.initializer.Normal;
import dev.kassei.builtins.initializer.Zeros;
import dev.kassei.builtins.loss.MeanSquaredError;
import dev.kassei.builtins.model.Mlp;
import dev.kassei.builtins.optimizer.Sgd;
import dev.kassei.builtins.schedule.Cosine;
import dev.kassei.builtins.schedule.MultiStep;
import dev.kassei.builtins.schedule.Warmup;
import dev.kassei.fixtures.plugins.Formula;
import dev.kassei.fixtures.plugins.HardSigmoid;
import dev.kassei.fixtures.plugins.Noting;
import dev.kassei.fixtures.plugins.Relu;
import dev.kassei.fixtures.plugins.Sigmoid;
import dev.kassei.fixtures.plugins.Tanh;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** YAML that must work as typed. */
class FragmentsTest {
  @TempDir private Path temporary;
  private Folder folder = new Folder(Path.of(""));

  @BeforeEach
  void openFolder() {
    folder = new Folder(temporary);
  }

  private ExperimentConfig load(String fragment) {
    return folder.load(fragment).experiment();
  }

  private Mlp mlp(String fragment) {
    return (Mlp) load(fragment).model();
  }

  @Test
  void theArticlesExperiment() {
    ExperimentConfig experiment =
        folder
            .loadWhole(
                """
                name: xor-perceptron
                precision: float64
                dataset: xor
                model:
                  type: mlp
                  hidden: []
                  output_activation: sigmoid
                  initializer: {weight: {type: normal, standard_deviation: 1}, bias: {type: normal, standard_deviation: 1}}
                loss: mse
                optimizer: {type: sgd, learning_rate: 0.1}
                training: {epochs: 10000, batch_size: all, shuffle: false, log_every: 1000}
                plots: {surface: {range: [-1, 1]}}
                """)
            .experiment();

    var normal = new Normal(0, 1);
    var initializers = new Initializers(normal, normal);
    assertThat(experiment)
        .isEqualTo(
            new ExperimentConfig(
                "xor-perceptron",
                Precision.FLOAT64,
                new Seeds(),
                new DatasetConfig(new Xor(), new Split(), false),
                new Mlp(List.of(), List.of(), Optional.of(new Sigmoid()), initializers),
                new MeanSquaredError(),
                new Sgd(0.1, 0, 0, false, 0),
                List.of(),
                new Training(
                    10000,
                    OptionalLong.empty(),
                    Optional.empty(),
                    BatchSize.all(),
                    false,
                    false,
                    Optional.empty(),
                    new ValidateEvery(),
                    false,
                    OptionalInt.of(1000),
                    1,
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of()),
                Optional.empty(),
                new Plots(
                    true, Optional.of(new Plots.Surface(Optional.of(List.of(-1.0, 1.0)), 100)))));
  }

  @Test
  void oneActivationALayer() {
    Mlp mlp = mlp("model: {type: mlp, hidden: [16, 8], activation: [relu, tanh]}");

    assertThat(mlp.hidden()).containsExactly(16, 8);
    assertThat(mlp.activation()).containsExactly(new Relu(), new Tanh());
  }

  @Test
  void aFormulaOfOnesOwnAndOneHiddenLayerWithoutAList() {
    LoadedConfig config =
        folder.load(
            "model: {type: mlp, hidden: 16, activation: {name: my_gelu, formula: "
                + "\"x * sigmoid(b * x)\", parameters: {b: 1.702}}}");

    Mlp mlp = (Mlp) config.experiment().model();
    Activation activation = mlp.activation().get(0);
    assertThat(mlp.hidden()).containsExactly(16);
    assertThat(activation).isEqualTo(new Formula("x * sigmoid(b * x)", Map.of("b", 1.702)));
    assertThat(config.names().of(activation)).isEqualTo("my_gelu");
  }

  @Test
  void inheritingAndNumbersOfYaml12() {
    folder.write("base.yaml", "dataset: xor\nmodel: mlp\nloss: mse\noptimizer: adam\n");
    Path file =
        folder.write(
            "sub/derived.yaml",
            """
            extends: ../base.yaml
            optimizer: {type: sgd, learning_rate: 1e-2, momentum: .9}
            """);

    ExperimentConfig experiment = Loading.load(file).experiment();

    assertThat(experiment.optimizer()).isEqualTo(new Sgd(0.01, 0.9, 0, false, 0));
    assertThat(experiment.name()).isEqualTo("derived");
  }

  @Test
  void anchorsMergeKeysAndIgnoredKeys() {
    Mlp mlp =
        mlp(
            """
            x-he: &he {initializer: he_normal}
            model: {<<: *he, type: mlp, hidden: [32], activation: relu}
            """);

    assertThat(mlp.initializer()).isEqualTo(new Initializers(new HeNormal(), new Zeros()));
    assertThat(mlp.hidden()).containsExactly(32);
  }

  @Test
  void anyScriptInPathsAndColumns() {
    DatasetConfig dataset =
        load("dataset: {type: csv, path: 実験/data.csv, label: 品種, "
                + "split: {train: .6, validation: .2, test: .2}}")
            .dataset();

    assertThat(dataset.source())
        .isEqualTo(
            new Csv("実験/data.csv", Header.AUTO, ",", "品種", Task.AUTO, List.of(), Missing.REFUSE));
    assertThat(dataset.split()).isEqualTo(new Split(OptionalDouble.of(0.6), 0.2, 0.2, false));
  }

  @Test
  void eachSourceOfRandomnessOnItsOwn() {
    assertThat(load("seed: {data: 0, split: 0, weights: 1, order: 1}").seed())
        .isEqualTo(new Seeds(0, 0, 1, 1, 1));
  }

  @Test
  void schedulesOneAfterTheOther() {
    Training training =
        load("training: {epochs: 40, schedule: {type: warmup, steps: 20, then: cosine}}")
            .training();

    assertThat(training.schedule()).contains(new Warmup(20, 0.01, Optional.of(new Cosine(0))));
    assertThat(load("training: {schedule: {type: multi_step, epochs: [3, 5]}}").training())
        .extracting(each -> each.schedule().orElseThrow())
        .isEqualTo(new MultiStep(List.of(3, 5), 0.1));
  }

  @Test
  void listenersInTheirOrder() {
    assertThat(load("training: {listeners: [{type: noting, path: a.txt}]}").training().listeners())
        .containsExactly(new Noting("a.txt"));
  }

  @Test
  void aPeersDefinition() {
    Mlp mlp = mlp("model: {type: mlp, hidden: [32], activation: {type: hard_sigmoid, like: onnx}}");

    assertThat(mlp.activation()).containsExactly(new HardSigmoid(0.2, 0.5));
  }
}

package dev.kassei.experiment.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kassei.api.Precision;
import dev.kassei.experiment.config.ConfigLoader;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.experiment.plugin.Plugins;
import dev.kassei.fixtures.ReferenceVectors;
import dev.kassei.results.Safetensors;
import dev.kassei.results.Tensor;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class UpdateRulesTest {
  private static final JsonNode REFERENCE = ReferenceVectors.tree("torch_training_keys");
  private static final String MOONS =
      """
      precision: float64
      dataset: {type: moons, samples: 43, noise: 0.1}
      model: {type: mlp, hidden: [5, 4], activation: %s}
      loss: binary_cross_entropy
      """;
  private static final String TANH = MOONS.formatted("tanh");

  /** Parameters in the order of the reference's numbers, with their dimensions in files. */
  private static final Map<String, List<Integer>> SHAPES =
      Map.of(
          "hidden.0.weight",
          List.of(4, 3),
          "hidden.0.bias",
          List.of(4),
          "output.weight",
          List.of(1, 4),
          "output.bias",
          List.of(1));

  private static final List<String> PARAMETERS =
      List.of("hidden.0.weight", "hidden.0.bias", "output.weight", "output.bias");

  @TempDir private Path temporary;

  private LoadedConfig load(String experiment, String optimizer, String training) {
    String rest = "optimizer: %s%ntraining: {%s}%n".formatted(optimizer, training);
    try {
      Path file = Files.writeString(temporary.resolve("experiment.yaml"), experiment + rest);
      return new ConfigLoader(Plugins.builtIn()).load(file, List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PreparedTrial prepare(String experiment, String optimizer, String training) {
    return new ExperimentCache().prepare(load(experiment, optimizer, training));
  }

  private static List<Outcome> train(PreparedTrial... trials) {
    try (var trainer = new LaneTrainer(new RunOptions())) {
      return trainer.train(List.of(trials));
    }
  }

  private Outcome train(String experiment, String optimizer, String training) {
    return train(prepare(experiment, optimizer, training)).get(0);
  }

  private static double[] weights(Outcome outcome) {
    return outcome.tensors().entrySet().stream()
        .filter(entry -> !entry.getKey().startsWith("optimizer."))
        .sorted(Map.Entry.comparingByKey())
        .flatMapToDouble(entry -> DoubleStream.of(entry.getValue().values()))
        .toArray();
  }

  private static double[] weights(Outcome outcome, String name) {
    return outcome.tensors().get(name).values();
  }

  // PyTorch

  static Stream<JsonNode> references() {
    return IntStream.range(0, REFERENCE.get("cases").size()).mapToObj(REFERENCE.get("cases")::get);
  }

  @ParameterizedTest
  @MethodSource("references")
  void weightsAndLossesAgreeWithPyTorch(JsonNode reference) throws IOException {
    writeInitialWeights();
    writeRows();
    String training =
        "epochs: %s, shuffle: false, initial_weights: init.safetensors, %s"
            .formatted(REFERENCE.get("epochs").intValue(), reference.get("training").asString());
    String experiment =
        """
        precision: float64
        dataset: {type: csv, path: rows.csv, label: y, standardize: false}
        model: {type: mlp, hidden: [4], activation: tanh}
        loss: mse
        """;

    Outcome outcome = train(experiment, reference.get("optimizer").asString(), training);

    double[] weights =
        PARAMETERS.stream()
            .flatMapToDouble(name -> DoubleStream.of(weights(outcome, name)))
            .toArray();
    assertThat(weights)
        .containsExactly(ReferenceVectors.numbers(reference.get("expected")), within(1e-10));
    assertThat(outcome.epochs().column("train.running_loss"))
        .containsExactly(ReferenceVectors.numbers(reference.get("losses")), within(1e-10));
  }

  private void writeInitialWeights() throws IOException {
    double[] all = ReferenceVectors.numbers(REFERENCE.get("init"));
    var tensors = new ArrayList<Tensor>();
    int from = 0;
    for (String name : PARAMETERS) {
      List<Integer> shape = SHAPES.get(name);
      int size = shape.stream().reduce(1, (a, b) -> a * b);
      double[] values = Arrays.copyOfRange(all, from, from + size);
      tensors.add(new Tensor(name, Precision.FLOAT64, shape, values));
      from += size;
    }
    try (OutputStream out = Files.newOutputStream(temporary.resolve("init.safetensors"))) {
      Safetensors.write(tensors, out);
    }
  }

  private void writeRows() throws IOException {
    String rows =
        IntStream.range(0, REFERENCE.get("rows").size())
            .mapToObj(i -> ReferenceVectors.numbers(REFERENCE.get("rows").get(i)))
            .map(row -> DoubleStream.of(row).mapToObj(Double::toString))
            .map(row -> row.collect(Collectors.joining(",")))
            .collect(Collectors.joining("\n"));
    Files.writeString(temporary.resolve("rows.csv"), "a,b,c,y\n" + rows + "\n");
  }

  // Accumulation

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tanh    | {type: sgd, learning_rate: 0.1, momentum: 0.9} | clip_norm: 0.2",
        "tanh    | adam                                           | sharpness_aware: {rho: 0.1}",
        "elu     | {type: adam, learning_rate: 0.01}              | clip_value: 0.01",
        "tanh, dropout: 0.3 | {type: adam, learning_rate: 0.01} | clip_value: 0.01"
      })
  void accumulatedBatchesAreOneLargeBatch(String activation, String optimizer, String key) {
    // 43 rows: a step of 24, and one of 19 whose last batch has 3
    String experiment = MOONS.formatted(activation);
    Outcome large = train(experiment, optimizer, "epochs: 10, batch_size: 24, " + key);
    Outcome small =
        train(experiment, optimizer, "epochs: 10, batch_size: 8, accumulate: 3, " + key);

    assertThat(small.steps()).isEqualTo(large.steps()).isEqualTo(20);
    assertThat(weights(small)).containsExactly(weights(large), within(1e-12));
  }

  @Test
  void aScheduleCountsStepsNotBatches() {
    String training = "epochs: 6, schedule: one_cycle, ";
    Outcome large = train(TANH, "sgd", training + "batch_size: 24");
    Outcome small = train(TANH, "sgd", training + "batch_size: 8, accumulate: 3");

    assertThat(weights(small)).containsExactly(weights(large), within(1e-12));
  }

  // Lanes

  @ParameterizedTest
  @ValueSource(
      strings = {
        "clip_value: %s",
        "accumulate: 2, clip_norm: %s",
        "sharpness_aware: {rho: %s}",
        "accumulate: 3, sharpness_aware: {rho: %s, adaptive: true}",
        "layer_rates: [{layer: output, factor: %s}], exclude_from_decay: [bias]"
      })
  void lanesHaveTheBitsOfTrialsAlone(String keys) {
    String adam = "{type: adam, weight_decay: 0.1}";
    PreparedTrial[] trials =
        Stream.of("0.01", "0.02", "0.3")
            .map(value -> "epochs: 4, batch_size: 8, " + keys.formatted(value))
            .map(training -> prepare(TANH.replace("64", "32"), adam, training))
            .toArray(PreparedTrial[]::new);

    List<Outcome> together = train(trials);

    assertThat(together.stream().map(UpdateRulesTest::digest))
        .doesNotHaveDuplicates()
        .containsExactlyElementsOf(
            Stream.of(trials).map(trial -> digest(train(trial).get(0))).toList());
  }

  private static String digest(Outcome outcome) {
    return outcome.digest(Precision.FLOAT32);
  }

  // States of layers

  @ParameterizedTest
  @ValueSource(strings = {"accumulate: 3", "sharpness_aware: {rho: 0.1}"})
  void runningMeansSeeEachBatchOnce(String key) {
    String normalized = MOONS.formatted("tanh, norm: batch_norm");
    String frozen = "epochs: 2, batch_size: 8, layer_rates: [{layer: '*', factor: 0}]";
    Outcome plain = train(normalized, "sgd", frozen);
    Outcome other = train(normalized, "sgd", frozen + ", " + key);

    // the perturbed pass would give other means
    assertThat(running(other)).isNotEmpty().isEqualTo(running(plain));
  }

  private static Map<String, List<Double>> running(Outcome outcome) {
    return outcome.tensors().entrySet().stream()
        .filter(entry -> entry.getKey().contains("running_"))
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> DoubleStream.of(entry.getValue().values()).boxed().toList()));
  }

  @Test
  void normsAndBiasesAreExcludedFromDecay() {
    String normalized = MOONS.formatted("tanh, norm: batch_norm");
    String still = "{type: sgd, learning_rate: 1e-300, weight_decay: 1e299}";
    Outcome start = train(normalized, still, "epochs: 0");
    Outcome decayed =
        train(normalized, still, "epochs: 1, batch_size: all, exclude_from_decay: [bias, norm]");

    decayed.tensors().forEach((name, tensor) -> assertDecay(name, tensor, start));
  }

  private static void assertDecay(String name, NamedTensor tensor, Outcome start) {
    double[] before = weights(start, name);
    if (name.startsWith("optimizer.") || name.contains("running_")) {
      return;
    }
    boolean isMatrix = name.matches("(hidden\\.\\d|output)\\.weight");
    double[] expected = Arrays.stream(before).map(x -> isMatrix ? 0.9 * x : x).toArray();
    assertThat(tensor.values()).as(name).containsExactly(expected, within(1e-12));
  }

  // Rates and decay

  @Test
  void aFactorOfZeroFreezesALayer() {
    Outcome start = train(TANH, "adam", "epochs: 0");
    Outcome frozen =
        train(TANH, "adam", "epochs: 3, layer_rates: [{layer: 'hidden.*', factor: 0}]");

    assertThat(weights(frozen, "hidden.1.weight")).isEqualTo(weights(start, "hidden.1.weight"));
    assertThat(weights(frozen, "output.weight")).isNotEqualTo(weights(start, "output.weight"));
  }

  @Test
  void theLastRateThatFitsCounts() {
    String rates = "epochs: 3, layer_rates: [{layer: hidden, factor: 0}, {layer: %s, factor: 1}]";
    Outcome plain = train(TANH, "adam", "epochs: 3, layer_rates: [{layer: hidden.0, factor: 0}]");

    assertThat(weights(train(TANH, "adam", rates.formatted("hidden.1")))).isEqualTo(weights(plain));
  }

  @Test
  void unknownLayersAreRefusedWithThoseThereAre() {
    assertThatThrownBy(() -> prepare(TANH, "adam", "layer_rates: [{layer: hidden.2, factor: 2}]"))
        .isInstanceOf(ExperimentException.class)
        .hasMessage(
            "training.layer_rates: no layer with parameters is called 'hidden.2'; there are"
                + " hidden, hidden.0, hidden.1, output");
    assertThatThrownBy(() -> prepare(TANH, "adam", "exclude_from_decay: [biases]"))
        .hasMessage(
            "training.exclude_from_decay: no layer with parameters is called 'biases'; there are"
                + " bias, norm, hidden, hidden.0, hidden.1, output");
  }

  @Test
  void anOptimizerWithoutDecayHasNoneToLeaveOut() {
    assertThatThrownBy(() -> prepare(TANH, "rprop", "exclude_from_decay: [bias]"))
        .hasMessage(
            "training.exclude_from_decay: this optimizer has no weight_decay; leave the key out");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "accumulate         | 2",
        "clip_value         | 1",
        "clip_norm          | 1",
        "sharpness_aware    | {}",
        "exclude_from_decay | [bias]",
        "layer_rates        | [{layer: output, factor: 2}]"
      })
  void aMinimizerHasNoSuchKeys(String key, String value) {
    String training = "batch_size: all, %s: %s".formatted(key, value);
    assertThatThrownBy(() -> prepare(TANH, "one_step", training))
        .isInstanceOf(ExperimentException.class)
        .hasMessage(
            "training.%s: this optimizer takes its steps by itself, so this would do nothing; leave"
                    .formatted(key)
                + " it out");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "accumulate: 0              | accumulate must be positive but was 0",
        "clip_value: 0              | clip_value must be positive but was 0.0",
        "sharpness_aware: {rho: 0}  | rho must be positive but was 0.0",
        "layer_rates: [{layer: output, factor: -1}] | factor must not be negative but was -1.0"
      })
  void impossibleNumbersAreRefused(String key, String message) {
    assertThatThrownBy(() -> load(TANH, "adam", key)).hasMessageContaining(message);
  }
}

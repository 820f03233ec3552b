package dev.kassei.builtins.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kassei.api.Activation;
import dev.kassei.api.Layer;
import dev.kassei.api.Model;
import dev.kassei.api.Optimizer;
import dev.kassei.api.Precision;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Rows;
import dev.kassei.api.expr.Shape;
import dev.kassei.builtins.initializer.Initializers;
import dev.kassei.builtins.optimizer.Adam;
import dev.kassei.builtins.optimizer.Sgd;
import dev.kassei.engine.plan.Tensors;
import dev.kassei.fixtures.ReferenceVectors;
import dev.kassei.results.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Networks from the same weights as PyTorch's, ten steps on. */
class TorchNetworksTest {
  private static final double TOLERANCE = 1e-10;
  private static final Activation TANH = Expr::tanh;

  private static final Map<String, Model> MODELS =
      Map.ofEntries(
          entry("batch_norm", linear(6), new BatchNorm(), TANH, dense(2)),
          entry("layer_norm", dense(6), new LayerNorm(), TANH, dense(2)),
          entry("rms_norm", dense(6), new RmsNorm(), TANH, dense(2)),
          entry(
              "embedding",
              new Embedding(List.of(5), 3, List.of(3, 4), new Embedding().initializer()),
              dense(5),
              TANH,
              dense(2)),
          entry(
              "residual",
              new Residual(List.of(dense(6), TANH, dense(5)), new Initializers()),
              new Residual(List.of(dense(5), TANH), new Initializers()),
              dense(2)),
          entry("kan", kan(3), kan(2)),
          entry("fast_kan", fastKan(3), fastKan(2)),
          entry(
              "conv2d",
              conv2d(4, List.of(3), List.of(1), List.of(Padding.of(1)), List.of(1), 1, true),
              TANH,
              new MaxPool(),
              conv2d(6, List.of(3), List.of(1), List.of(Padding.SAME), List.of(1), 2, true),
              TANH,
              new AvgPool(),
              new Flatten(),
              dense(3)),
          entry(
              "conv2d_strided",
              conv2d(
                  4,
                  List.of(3, 2),
                  List.of(2),
                  List.of(Padding.of(2), Padding.of(1)),
                  List.of(2, 1),
                  1,
                  false),
              new BatchNorm(),
              TANH,
              new MaxPool(List.of(3), List.of(2), List.of(Padding.of(1)), List.of(1)),
              new GlobalAvgPool(),
              new Flatten(),
              dense(3)),
          entry(
              "conv2d_by_channel",
              conv2d(2, List.of(3), List.of(1), List.of(Padding.of(1)), List.of(1), 2, true),
              TANH,
              new Flatten(),
              dense(3)),
          entry(
              "conv1d",
              new Conv1d(4, List.of(4), List.of(1), List.of(Padding.SAME), new Initializers()),
              TANH,
              new MaxPool(List.of(3), List.of(2), List.of(Padding.of(0)), List.of(1)),
              new Conv1d(5, List.of(2), List.of(2), List.of(Padding.of(1)), new Initializers()),
              TANH,
              new AvgPool(List.of(2), List.of(1), List.of(Padding.of(1))),
              new Flatten(),
              dense(2)));

  private static Map.Entry<String, Model> entry(String name, Layer... layers) {
    return Map.entry(name, SmallNetwork.sequential(layers));
  }

  static List<JsonNode> references() {
    return ReferenceVectors.read("torch_networks");
  }

  @ParameterizedTest
  @MethodSource("references")
  void losesAndLearnsAsPyTorchDoes(JsonNode reference) {
    double[] features = ReferenceVectors.numbers(reference.get("x"));
    double[] targets = ReferenceVectors.numbers(reference.get("targets"));
    int rows = reference.get("x").size();
    var network =
        SmallNetwork.float64(
                MODELS.get(reference.get("name").asString()),
                input(reference.get("shape")),
                targets.length / rows,
                optimizer(reference),
                rows)
            .with(features, targets);
    load(network.plan().tensors(), reference.get("initial"));

    for (JsonNode loss : reference.get("losses")) {
      assertThat(network.step()).isCloseTo(loss.doubleValue(), within(TOLERANCE));
    }
    compare(network.plan().tensors(), reference.get("final"));
    assertThat(network.predictions())
        .containsExactly(ReferenceVectors.numbers(reference.get("predictions")), within(TOLERANCE));
  }

  /** Of PyTorch's channels, height and width or steps. */
  private static Shape input(JsonNode shape) {
    var positions = new ArrayList<Integer>();
    shape.forEach(size -> positions.add(size.intValue()));
    int channels = positions.remove(0);
    return new Shape(Rows.BATCH.times(positions.toArray(Integer[]::new)), channels);
  }

  private static Optimizer optimizer(JsonNode reference) {
    return reference.get("optimizer").asString().equals("adam")
        ? new Adam(0.01, 0.9, 0.999, 1e-8, 0, false)
        : new Sgd(0.05, 0.9, 0, false, 0);
  }

  private static void load(Tensors tensors, JsonNode state) {
    state
        .properties()
        .forEach(
            each -> {
              Tensor tensor = tensor(each.getKey(), each.getValue());
              double[] values =
                  tensor.as(tensors.declaration(each.getKey()), tensors.shape(each.getKey()));
              tensors.write(each.getKey(), 0, values);
            });
  }

  private static void compare(Tensors tensors, JsonNode state) {
    assertThat(state.properties()).isNotEmpty();
    state
        .properties()
        .forEach(
            each -> {
              String name = each.getKey();
              var declaration = tensors.declaration(name);
              Tensor found =
                  Tensor.of(
                      name,
                      declaration,
                      tensors.shape(name),
                      Precision.FLOAT64,
                      tensors.read(name, 0));
              Tensor expected = tensor(name, each.getValue());
              assertThat(found.shape()).isEqualTo(expected.shape());
              assertThat(found.values()).containsExactly(expected.values(), within(TOLERANCE));
            });
  }

  private static Tensor tensor(String name, JsonNode node) {
    var shape = new ArrayList<Integer>();
    node.get("shape").forEach(size -> shape.add(size.intValue()));
    double[] values = ReferenceVectors.numbers(node.get("values"));
    return new Tensor(name, Precision.FLOAT64, shape, values);
  }

  private static Dense dense(int units) {
    return new Dense(units, new Initializers(), true);
  }

  private static Dense linear(int units) {
    return new Dense(units, new Initializers(), false);
  }

  private static Conv2d conv2d(
      int channels,
      List<Integer> kernel,
      List<Integer> stride,
      List<Padding> padding,
      List<Integer> dilation,
      int groups,
      boolean bias) {
    return new Conv2d(
        channels,
        kernel,
        stride,
        padding,
        dilation,
        groups,
        bias,
        new Initializers(),
        Optional.empty(),
        new Penalty(),
        new Penalty());
  }

  private static Kan kan(int units) {
    var defaults = new Kan();
    return new Kan(
        units,
        defaults.gridSize(),
        defaults.gridRange(),
        defaults.initializer(),
        defaults.splineInitializer());
  }

  private static FastKan fastKan(int units) {
    var defaults = new FastKan();
    return new FastKan(
        units,
        defaults.centers(),
        defaults.gridRange(),
        defaults.initializer(),
        defaults.splineInitializer());
  }
}

package dev.kassei.builtins.layer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.Activation;
import dev.kassei.api.Layer;
import dev.kassei.api.Model;
import dev.kassei.api.NamedLayer;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Rows;
import dev.kassei.api.expr.Shape;
import dev.kassei.builtins.initializer.Initializers;
import dev.kassei.builtins.initializer.Normal;
import dev.kassei.builtins.model.Mlp;
import dev.kassei.builtins.model.ResidualMlp;
import dev.kassei.builtins.model.Siren;
import dev.kassei.builtins.optimizer.Adam;
import dev.kassei.engine.random.CountedDraws;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The gradients of whole networks agree with central differences, at first and after ten steps. */
class NetworkGradientTest {
  private static final int ROWS = 6;
  private static final double STEP = 1e-4;
  private static final double TOLERANCE = 1e-6;
  private static final Activation TANH = Expr::tanh;

  static Stream<Arguments> networks() {
    Initializers initializers = new Initializers();
    var penalized =
        new Dense(
            4, initializers, true, Optional.of(TANH), new Penalty(0.01, 0.1), new Penalty(0, 0.1));
    return Stream.of(
        network("dense", dense(4), TANH),
        network("penalties", penalized),
        network("dropout", dense(6), TANH, new Dropout(0.3)),
        network("alpha_dropout", dense(6), TANH, new AlphaDropout(0.3)),
        network("gaussian_noise", dense(4), new GaussianNoise(0.3), TANH),
        network("batch_norm", dense(4), new BatchNorm(), TANH),
        network("layer_norm", dense(4), new LayerNorm(), TANH),
        network("rms_norm", dense(4), new RmsNorm(), TANH),
        network("residual", new Residual(List.of(dense(5), TANH, dense(4)), initializers)),
        network("repeat", new Repeat(3, List.of(dense(4), TANH))),
        network("tied", tied(), TANH, dense(3), tied(), TANH),
        network("kan", new Kan(3, 5, List.of(-2.0, 2.0), new Normal(), new Normal())),
        network("fast_kan", new FastKan()),
        Arguments.of(
            "mlp",
            new Mlp(
                List.of(5, 4),
                List.of(TANH),
                Optional.empty(),
                initializers,
                Optional.of(new BatchNorm()),
                0.2,
                0)),
        Arguments.of(
            "residual_mlp",
            new ResidualMlp(
                4,
                2,
                OptionalInt.of(3),
                TANH,
                Optional.of(new LayerNorm()),
                0,
                0.1,
                Optional.empty(),
                initializers)),
        Arguments.of("siren", new Siren(List.of(5, 4), 3, 3)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void gradientsAgreeWithCentralDifferences(String name, Model model) {
    var network =
        SmallNetwork.float64(model, Shape.batch(3), 2, new Adam(), ROWS)
            .with(numbers("x", ROWS * 3), numbers("y", ROWS * 2));
    check(network);
    for (int step = 0; step < 10; step++) {
      network.step();
    }
    check(network);
  }

  static Stream<Arguments> images() {
    Initializers initializers = new Initializers();
    var skip = new Residual(List.of(conv(2), TANH), initializers);
    var wider = new Residual(List.of(conv(3), TANH), initializers);
    return Stream.of(
        network("conv2d", conv(3), TANH, new Flatten()),
        network("conv2d of windows", strided(), TANH, new Flatten()),
        network("conv2d by channel", grouped(4, 2), grouped(4, 4), TANH, new Flatten()),
        network("max_pool", conv(3), TANH, new MaxPool(), new Flatten()),
        network("avg_pool", conv(3), TANH, new AvgPool(), new Flatten()),
        network("global_avg_pool", conv(3), TANH, new GlobalAvgPool()),
        network("batch_norm", conv(3), new BatchNorm(), TANH, new GlobalAvgPool()),
        network("layer_norm", conv(3), new LayerNorm(), TANH, new Flatten()),
        network("residual", skip, wider, new Flatten()),
        network(
            "conv1d",
            new Reshape(List.of(16, 2)),
            new Conv1d(3, List.of(3), List.of(2), List.of(Padding.of(1)), initializers),
            TANH,
            new Flatten()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("images")
  void gradientsOfImagesAgreeWithCentralDifferences(String name, Model model) {
    Shape image = new Shape(Rows.BATCH.times(4, 4), 2);
    var network =
        SmallNetwork.float64(model, image, 2, new Adam(), ROWS)
            .with(numbers("x", ROWS * 32), numbers("y", ROWS * 2));
    check(network);
    for (int step = 0; step < 10; step++) {
      network.step();
    }
    check(network);
  }

  private static Conv2d conv(int channels) {
    return new Conv2d(channels, List.of(3), List.of(1), List.of(Padding.SAME), new Initializers());
  }

  private static Conv2d strided() {
    return conv2d(3, List.of(2, 3), List.of(2, 1), List.of(2, 1), 1);
  }

  private static Conv2d grouped(int channels, int groups) {
    return conv2d(channels, List.of(3), List.of(1), List.of(1), groups);
  }

  private static Conv2d conv2d(
      int channels,
      List<Integer> kernel,
      List<Integer> stride,
      List<Integer> dilation,
      int groups) {
    return new Conv2d(
        channels,
        kernel,
        stride,
        List.of(Padding.of(1)),
        dilation,
        groups,
        true,
        new Initializers(),
        Optional.empty(),
        new Penalty(),
        new Penalty());
  }

  /** Class numbers have no slope, so the table stands behind other columns that have. */
  @ParameterizedTest
  @MethodSource("tables")
  void tablesLearnWhatTheirRowsContribute(Embedding embedding) {
    double[] features = numbers("x", ROWS * 3);
    for (int row = 0; row < ROWS; row++) {
      features[row * 3 + 1] = row % 3;
      features[row * 3 + 2] = row % 2;
    }
    var network =
        SmallNetwork.float64(
                SmallNetwork.sequential(embedding, TANH, dense(2)),
                Shape.batch(3),
                2,
                new Adam(),
                ROWS)
            .with(features, numbers("y", ROWS * 2));
    check(network);
    network.step();
    check(network);
  }

  static Stream<Embedding> tables() {
    return Stream.of(
        new Embedding(List.of(3), 2, List.of(2, 3), new Normal()),
        new Embedding(List.of(3, 2), 2, List.of(2, 3), new Normal()));
  }

  private static void check(SmallNetwork network) {
    network.loss();
    List<String> names = network.parameters();
    List<double[]> gradients = names.stream().map(network::gradient).toList();
    for (int i = 0; i < names.size(); i++) {
      double[] expected = differences(network, names.get(i));
      double[] found = gradients.get(i);
      double distance =
          norm(IntStream.range(0, found.length).mapToDouble(k -> found[k] - expected[k]).toArray());
      assertThat(distance).as(names.get(i)).isLessThan(TOLERANCE * Math.max(norm(expected), 1e-3));
    }
  }

  private static double[] differences(SmallNetwork network, String name) {
    double[] values = network.plan().tensors().read(name, 0);
    double[] slopes = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      slopes[i] =
          (shifted(network, name, values, i, STEP) - shifted(network, name, values, i, -STEP))
              / (2 * STEP);
    }
    network.plan().tensors().write(name, 0, values);
    return slopes;
  }

  private static double shifted(
      SmallNetwork network, String name, double[] values, int index, double by) {
    double[] moved = values.clone();
    moved[index] += by;
    network.plan().tensors().write(name, 0, moved);
    return network.loss();
  }

  private static double norm(double[] values) {
    return Math.sqrt(Arrays.stream(values).map(x -> x * x).sum());
  }

  private static Arguments network(String name, Layer... layers) {
    Layer[] all = Stream.concat(Stream.of(layers), Stream.of(dense(2))).toArray(Layer[]::new);
    return Arguments.of(name, SmallNetwork.sequential(all));
  }

  private static Layer tied() {
    return new NamedLayer("shared", dense(3));
  }

  private static Dense dense(int units) {
    return new Dense(units, new Initializers(), true);
  }

  private static double[] numbers(String name, int count) {
    var draws = CountedDraws.of(1, "test", name, 0);
    return IntStream.range(0, count).mapToDouble(draws::normal).toArray();
  }
}

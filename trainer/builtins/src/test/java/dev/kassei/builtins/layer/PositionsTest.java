package dev.kassei.builtins.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kassei.api.Activation;
import dev.kassei.api.Layer;
import dev.kassei.api.Model;
import dev.kassei.api.Precision;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Interpreter;
import dev.kassei.api.expr.Mode;
import dev.kassei.api.expr.Rows;
import dev.kassei.api.expr.Shape;
import dev.kassei.builtins.initializer.Initializers;
import dev.kassei.builtins.model.LeNet;
import dev.kassei.builtins.model.Mlp;
import dev.kassei.builtins.optimizer.Adam;
import dev.kassei.engine.plan.Execution;
import dev.kassei.engine.plan.PlanOptions;
import dev.kassei.engine.random.CountedDraws;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Layers of images and sequences. */
class PositionsTest {
  private static final Activation TANH = Expr::tanh;
  private static final Expr ROW = Expr.input("x", Shape.batch(12));
  private static final Expr IMAGE = Expr.input("x", image(8, 6, 2));
  private static final int ITEMS = 5;

  @Test
  void aConvolutionHasOnePlaceForEachPositionThatItsWindowFitsInto() {
    assertThat(shape(conv(4, 3, 1, Padding.of(0)))).isEqualTo(image(6, 4, 4));
    assertThat(shape(conv(4, 3, 1, Padding.of(1)))).isEqualTo(image(8, 6, 4));
    assertThat(shape(conv(4, 3, 2, Padding.of(1)))).isEqualTo(image(4, 3, 4));
  }

  @Test
  void samePaddingLeavesOnePlaceForEachStride() {
    assertThat(shape(conv(4, 3, 1, Padding.SAME))).isEqualTo(image(8, 6, 4));
    assertThat(shape(conv(4, 2, 1, Padding.SAME))).isEqualTo(image(8, 6, 4));
    assertThat(shape(conv(4, 5, 4, Padding.SAME))).isEqualTo(image(2, 2, 4));
  }

  @Test
  void poolsMoveByTheirSizeUnlessAStrideIsGiven() {
    assertThat(shape(new MaxPool())).isEqualTo(image(4, 3, 2));
    assertThat(shape(new AvgPool())).isEqualTo(image(4, 3, 2));
    assertThat(shape(new AvgPool(List.of(2), List.of(1), List.of(Padding.of(0)))))
        .isEqualTo(image(7, 5, 2));
    assertThat(shape(new GlobalAvgPool())).isEqualTo(Shape.batch(2));
    assertThat(shape(new Flatten())).isEqualTo(Shape.batch(96));
  }

  @Test
  void pooledValuesAreTheLargestAndTheMean() {
    Expr x = Expr.input("x", Shape.batch(6)).through("image", new Reshape(List.of(2, 3, 1)));
    var window = List.of(2, 3);
    assertThat(value(new MaxPool(window, List.of(), List.of(Padding.of(0)), List.of(1)).apply(x)))
        .containsExactly(9);
    assertThat(value(new AvgPool(window, List.of(), List.of(Padding.of(0))).apply(x)))
        .containsExactly(4);
    assertThat(value(new GlobalAvgPool().apply(x))).containsExactly(4);
  }

  private static double[] value(Expr y) {
    return new Interpreter(1, Mode.INFERENCE).with("x", 1, 9, 2, 3, 4, 5).value(y);
  }

  @Test
  void flattenGoesChannelByChannel() {
    Expr x = Expr.input("x", Shape.batch(6)).through("image", new Reshape(List.of(3, 2)));
    assertThat(value(new Flatten().apply(x))).containsExactly(1, 2, 4, 9, 3, 5);
  }

  @Test
  void layersSayWhichPositionsTheyNeed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> conv(4, 3, 1, Padding.of(0)).apply(ROW))
        .withMessage(
            "expected an image, batch·height·width × channels, but got batch × 12; put {type:"
                + " reshape, shape: [height, width, channels]} before it, or take a data set of"
                + " images");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Conv1d().apply(IMAGE))
        .withMessageContaining(
            "expected a sequence, batch·steps × channels, but got batch·8·6 × 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MaxPool().apply(ROW))
        .withMessageContaining("expected images or sequences, but got batch × 12");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Dense().apply(IMAGE))
        .withMessage(
            "expected a single row for each item, but got batch·8·6 × 2; put flatten before it");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Reshape(List.of(2, 5)).apply(ROW))
        .withMessage(
            "shape [2, 5] holds 10 numbers per item, but there are 12; the last number is that of"
                + " the channels");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Residual(List.of(conv(2, 3, 1, Padding.of(0))), new Initializers())
                    .apply(IMAGE))
        .withMessageContaining("they are batch·8·6 × 2 and batch·6·4 × 2; keep them");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SmallNetwork.sequential(conv(2, 3, 1, Padding.SAME)).apply(IMAGE, 2))
        .withMessage(
            "layers.0 returns batch·8·6 × 2, but data and loss need one row for each item; end with"
                + " flatten or global_avg_pool and {type: dense, units: 2}");
  }

  @Test
  void impossibleHyperparametersAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> grouped(4, 3))
        .withMessage("out_channels must be a multiple of groups but they are 4 and 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> grouped(3, 3).apply(IMAGE))
        .withMessage("the input's channels must be a multiple of groups but they are 2 and 3");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Conv2d(
                    1, List.of(1, 2, 3), List.of(1), List.of(Padding.SAME), new Initializers()))
        .withMessage(
            "kernel_size must be one number or one for each of the 2 axes but was [1, 2, 3]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> conv(1, 3, 0, Padding.SAME))
        .withMessage("stride must be at least 1 but was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Padding.parse("valid"))
        .withMessage(
            "expected 'same' or a number of positions from 0 to 999999999 but was 'valid'");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new MaxPool(List.of(2), List.of(), List.of(Padding.of(2)), List.of(1)).apply(IMAGE))
        .withMessage("padding must be at most half of kernel_size but they are 2 and 2");
  }

  @Test
  void leNetHasTheSizesOfThePaper() {
    Expr y = new LeNet().apply(Expr.input("x", image(28, 28, 1)), 10);
    assertThat(y.shape()).isEqualTo(Shape.batch(10));
    var network = SmallNetwork.float64(new LeNet(), image(28, 28, 1), 10, new Adam(), 1);
    assertThat(network.parameters()).contains("conv1.weight", "fc2.bias", "output.weight");
    assertThat(
            network.parameters().stream()
                .mapToInt(name -> network.plan().tensors().read(name, 0).length)
                .sum())
        .isEqualTo(61_706);
  }

  @Test
  void perceptronsTakeImagesAsRows() {
    Expr y = new Mlp().apply(IMAGE, 3);
    assertThat(y.shape()).isEqualTo(Shape.batch(3));
  }

  static Stream<Model> networks() {
    return Stream.of(
        SmallNetwork.sequential(
            conv(4, 3, 1, Padding.SAME),
            new BatchNorm(),
            TANH,
            new MaxPool(),
            new Dropout(0.2),
            conv(3, 2, 1, Padding.of(0)),
            new Flatten(),
            dense(2)),
        SmallNetwork.sequential(
            grouped(4, 2), grouped(4, 4), TANH, new AvgPool(), new GlobalAvgPool(), dense(2)));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void bitsAreTheSameHoweverANetworkIsTrained(Model model) {
    for (Precision precision : Precision.values()) {
      PlanOptions options = PlanOptions.of(precision, ITEMS);
      double[] alone = trained(model, options.by(Execution.SCALAR), 1);
      assertThat(trained(model, options.by(Execution.VECTOR), 1)).containsExactly(alone);
      assertThat(trained(model, options.by(Execution.SCALAR), 3)).containsExactly(alone);
      assertThat(trained(model, options.by(Execution.VECTOR), 9)).containsExactly(alone);
    }
  }

  private static double[] trained(Model model, PlanOptions options, int lanes) {
    var network =
        new SmallNetwork(model, image(8, 6, 2), 2, new Adam(), options, lanes)
            .with(numbers(ITEMS * 96), numbers(ITEMS * 2));
    for (int step = 0; step < 5; step++) {
      network.step();
    }
    return Stream.concat(
            network.plan().tensors().names().stream()
                .map(name -> network.plan().tensors().read(name, 0)),
            Stream.of(network.predictions()))
        .flatMapToDouble(DoubleStream::of)
        .toArray();
  }

  private static double[] numbers(int count) {
    var draws = CountedDraws.of(1, "test", "x", 0);
    return IntStream.range(0, count).mapToDouble(draws::normal).toArray();
  }

  private static Shape image(int height, int width, int channels) {
    return new Shape(Rows.BATCH.times(height, width), channels);
  }

  private static Shape shape(Layer layer) {
    return layer.apply(IMAGE).shape();
  }

  private static Conv2d conv(int channels, int kernel, int stride, Padding padding) {
    return new Conv2d(
        channels, List.of(kernel), List.of(stride), List.of(padding), new Initializers());
  }

  private static Conv2d grouped(int channels, int groups) {
    return new Conv2d(
        channels,
        List.of(3),
        List.of(1),
        List.of(Padding.SAME),
        List.of(1),
        groups,
        true,
        new Initializers(),
        Optional.empty(),
        new Penalty(),
        new Penalty());
  }

  private static Dense dense(int units) {
    return new Dense(units, new Initializers(), true);
  }
}

package dev.kassei.export;

import dev.kassei.api.Layer;
import dev.kassei.api.Precision;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Shape;
import dev.kassei.builtins.initializer.Initializers;
import dev.kassei.builtins.initializer.Normal;
import dev.kassei.builtins.layer.AlphaDropout;
import dev.kassei.builtins.layer.AvgPool;
import dev.kassei.builtins.layer.BatchNorm;
import dev.kassei.builtins.layer.Conv1d;
import dev.kassei.builtins.layer.Conv2d;
import dev.kassei.builtins.layer.Dense;
import dev.kassei.builtins.layer.Dropout;
import dev.kassei.builtins.layer.Embedding;
import dev.kassei.builtins.layer.FastKan;
import dev.kassei.builtins.layer.Flatten;
import dev.kassei.builtins.layer.GaussianNoise;
import dev.kassei.builtins.layer.GlobalAvgPool;
import dev.kassei.builtins.layer.Kan;
import dev.kassei.builtins.layer.LayerNorm;
import dev.kassei.builtins.layer.MaxPool;
import dev.kassei.builtins.layer.Padding;
import dev.kassei.builtins.layer.Penalty;
import dev.kassei.builtins.layer.Repeat;
import dev.kassei.builtins.layer.Reshape;
import dev.kassei.builtins.layer.Residual;
import dev.kassei.builtins.layer.RmsNorm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Small networks with each layer that there is. */
public final class LayerSamples {
  private static final Shape ROW = Shape.batch(3);

  private LayerSamples() {}

  /** One network per layer, or per way of using it. */
  public static Stream<Sample> of(Precision precision) {
    return Stream.of(rows(precision), sequences(precision), images(precision))
        .flatMap(List::stream);
  }

  private static List<Sample> rows(Precision precision) {
    var index = new Reshape(List.of(3));
    return List.of(
        Sample.dense("batch_norm", new BatchNorm(), precision),
        Sample.dense("batch_norm_plain", new BatchNorm(1e-3, 0.2, false), precision),
        Sample.dense("layer_norm", new LayerNorm(), precision),
        Sample.dense("layer_norm_plain", new LayerNorm(1e-3, false), precision),
        Sample.dense("rms_norm", new RmsNorm(), precision),
        Sample.dense("rms_norm_plain", new RmsNorm(1e-3, false), precision),
        Sample.dense("dropout", new Dropout(), precision),
        Sample.dense("alpha_dropout", new AlphaDropout(), precision),
        Sample.dense("gaussian_noise", new GaussianNoise(), precision),
        Sample.of("kan", List.of(kan(), units(2)), ROW, precision),
        Sample.of("fast_kan", List.of(fastKan(), units(2)), ROW, precision),
        Sample.dense("residual", new Residual(List.of(units(8)), new Initializers()), precision),
        Sample.dense("projected", new Residual(List.of(units(5)), new Initializers()), precision),
        Sample.dense("repeat", new Repeat(2, List.of(units(4), new LayerNorm())), precision),
        Sample.dense("without_bias", new Dense(4, new Initializers(), false), precision),
        Sample.of("reshape", List.of(index, units(2)), ROW, precision),
        Sample.dense("third_party", x -> x.times(x.softplus().tanh()), precision),
        Sample.dense("powers", LayerSamples::powers, precision),
        embedding("embedding", new Embedding(), precision),
        embedding("embedding_of_columns", ofColumns(), precision));
  }

  /** Powers with an exponent per unit, of 0, too, shares of a row, and noise in training. */
  private static Expr powers(Expr x) {
    Expr exponent = x.parameter("exponent", Shape.fixed(1, x.width()), (fans, draws, i) -> 1);
    Expr power = x.max(0).power(exponent).plus(x.abs().power(Expr.constant(1.5)));
    Expr noisy = power.plus(power.times(x.normal("noise")));
    return noisy.byMode(power).times(x.softmax());
  }

  private static Sample embedding(String name, Embedding embedding, Precision precision) {
    return Sample.of(
        name,
        x -> units(2).apply(x.abs().atLeast(x.abs().min(1)).times(2).through("table", embedding)),
        ROW,
        precision);
  }

  private static Embedding ofColumns() {
    return new Embedding(List.of(5, 6), 2, List.of(1, 3), new Normal());
  }

  private static Kan kan() {
    var plain = new Kan();
    return new Kan(
        4, plain.gridSize(), plain.gridRange(), plain.initializer(), plain.splineInitializer());
  }

  private static FastKan fastKan() {
    var plain = new FastKan();
    return new FastKan(
        4, plain.centers(), plain.gridRange(), plain.initializer(), plain.splineInitializer());
  }

  private static List<Sample> sequences(Precision precision) {
    return List.of(
        sequence("conv1d", conv1d(1, List.of(Padding.of(0)), 1), precision),
        sequence("conv1d_padded", conv1d(2, List.of(Padding.SAME), 1), precision),
        sequence("conv1d_dilated", conv1d(1, List.of(Padding.of(1)), 2), precision),
        sequence("max_pool_of_sequence", maxPool(3, 2, 1), precision),
        sequence("avg_pool_of_sequence", avgPool(3, 2, 1), precision));
  }

  private static Sample sequence(String name, Layer layer, Precision precision) {
    var steps = new Reshape(List.of(7, 2));
    List<Layer> layers = List.of(steps, layer, new Flatten(), units(2));
    return Sample.of(name, layers, Shape.batch(14), precision);
  }

  private static List<Sample> images(Precision precision) {
    var samples = new ArrayList<Sample>();
    samples.add(image("conv2d", conv2d(3, 1, 0, 1, 1), precision));
    samples.add(image("conv2d_padded", conv2d(2, 2, 1, 1, 1), precision));
    samples.add(image("conv2d_dilated", conv2d(2, 1, 2, 2, 1), precision));
    samples.add(image("conv2d_groups", conv2d(3, 1, 1, 1, 2), precision));
    samples.add(Sample.image("conv2d_by_channel", byChannel(), precision));
    samples.add(image("conv2d_same", same(), precision));
    samples.add(image("max_pool", maxPool(2, 2, 0), precision));
    samples.add(image("max_pool_padded", maxPool(3, 1, 1), precision));
    samples.add(image("avg_pool", avgPool(2, 2, 0), precision));
    samples.add(image("avg_pool_padded", avgPool(3, 2, 1), precision));
    samples.add(image("batch_norm_of_image", new BatchNorm(), precision));
    samples.add(image("layer_norm_of_image", new LayerNorm(), precision));
    samples.add(Sample.image("global_avg_pool", List.of(new GlobalAvgPool(), units(2)), precision));
    samples.add(
        image(
            "residual_of_image",
            new Residual(List.of(conv2d(3, 1, 1, 1, 1)), new Initializers()),
            precision));
    return samples;
  }

  private static Sample image(String name, Layer layer, Precision precision) {
    return Sample.image(name, List.of(layer, new Flatten(), units(2)), precision);
  }

  private static Dense units(int units) {
    return new Dense(units, new Initializers(), true);
  }

  private static MaxPool maxPool(int kernel, int stride, int padding) {
    return new MaxPool(List.of(kernel), List.of(stride), List.of(Padding.of(padding)), List.of(1));
  }

  private static AvgPool avgPool(int kernel, int stride, int padding) {
    return new AvgPool(List.of(kernel), List.of(stride), List.of(Padding.of(padding)));
  }

  private static Conv2d conv2d(int kernel, int stride, int padding, int dilation, int groups) {
    return new Conv2d(
        4,
        List.of(kernel),
        List.of(stride),
        List.of(Padding.of(padding)),
        List.of(dilation),
        groups,
        true,
        new Initializers(),
        Optional.empty(),
        new Penalty(),
        new Penalty());
  }

  private static List<Layer> byChannel() {
    return List.of(conv2d(1, 1, 0, 1, 1), conv2d(3, 1, 1, 1, 4), new Flatten(), units(2));
  }

  private static Conv2d same() {
    return new Conv2d(4, List.of(4, 3), List.of(1), List.of(Padding.SAME), new Initializers());
  }

  private static Conv1d conv1d(int stride, List<Padding> padding, int dilation) {
    return new Conv1d(
        3,
        List.of(3),
        List.of(stride),
        padding,
        List.of(dilation),
        1,
        true,
        new Initializers(),
        Optional.empty(),
        new Penalty(),
        new Penalty());
  }
}

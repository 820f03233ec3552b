package dev.kassei.benchmarks;

import dev.kassei.api.Activation;
import dev.kassei.api.Model;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.InitialValues;
import dev.kassei.api.expr.Rows;
import dev.kassei.api.expr.Shape;
import dev.kassei.api.expr.Window;
import java.util.List;

/**
 * LeNet5 over images of 28 × 28 pixels: 5 × 5 to 6 channels with padding 2, maxima of 2 × 2, 5 × 5
 * to 16, maxima of 2 × 2, 120, 84 and the outputs.
 */
record LeNet(Activation activation) implements Model {
  private static final InitialValues WEIGHTS =
      (fans, draws, index) -> draws.normal(index) / Math.sqrt(fans.in());

  @Override
  public Expr apply(Expr input, int outputs) {
    Expr image = input.reshape(new Shape(Rows.BATCH.times(28, 28), 1));
    Expr first = pooled(activation.apply(convolution(image, "first", 6, 2)));
    Expr second = pooled(activation.apply(convolution(first, "second", 16, 0)));
    Expr third = activation.apply(dense(second.flattened(), "third", 120));
    Expr fourth = activation.apply(dense(third, "fourth", 84));
    return dense(fourth, "output", outputs);
  }

  private static Expr convolution(Expr x, String name, int channels, int padding) {
    Window window = Window.of(5, 5).padded(List.of(padding, padding));
    Expr weights = x.weights(name + ".weight", window, x.width(), channels, WEIGHTS);
    return biased(x.windows(window).matmul(weights), name);
  }

  private static Expr pooled(Expr x) {
    List<Integer> two = List.of(2, 2);
    Expr seen = x.windows(Window.of(two).strided(two).filled(Double.NEGATIVE_INFINITY));
    return seen.reshape(new Shape(seen.shape().rows().times(4), x.width())).innerMax();
  }

  private static Expr dense(Expr x, String name, int units) {
    return biased(x.matmul(x.weights(name + ".weight", x.width(), units, WEIGHTS)), name);
  }

  private static Expr biased(Expr x, String name) {
    return x.plus(x.parameter(name + ".bias", Shape.fixed(1, x.width()), WEIGHTS));
  }
}

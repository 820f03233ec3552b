package dev.kassei.builtins.layer;

import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Shape;
import dev.kassei.api.expr.Window;
import java.util.List;

/** What poolings have in common. */
final class Pooling {
  private Pooling() {}

  /** How the window slides: by its size if no stride is given. */
  static Sliding sliding(
      List<Integer> kernel, List<Integer> stride, List<Padding> padding, List<Integer> dilation) {
    return new Sliding(kernel, stride.isEmpty() ? kernel : stride, padding, dilation);
  }

  /** What a window sees in an axis of its own: (places, taps) × channels. */
  static Expr seen(Expr x, Window window) {
    Expr windows = x.windows(window);
    return windows.reshape(new Shape(windows.shape().rows().times(window.taps()), x.width()));
  }
}

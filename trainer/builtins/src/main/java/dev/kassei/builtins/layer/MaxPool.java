package dev.kassei.builtins.layer;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Layer;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.Required;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Window;
import java.util.List;

/**
 * The largest value that a window sees, for each channel, of images or sequences. The gradient goes
 * to the first of equal ones.
 *
 * @param kernelSize the size of the window
 * @param stride how far the window moves; without it its size
 * @param padding how many positions beyond both ends the window may see, up to half its size; they
 *     are never the largest
 * @param dilation how far what the window sees is apart
 */
@PluginName(value = "max_pool", title = "Maximum pooling")
@Reference(
    "Riesenhuber, Poggio 1999, Hierarchical models of object recognition in cortex, doi:10.1038/14819")
public record MaxPool(
    @Required List<Integer> kernelSize,
    List<Integer> stride,
    List<Padding> padding,
    List<Integer> dilation)
    implements Layer {
  public MaxPool() {
    this(List.of(2), List.of(), List.of(Padding.of(0)), List.of(1));
  }

  public MaxPool {
    kernelSize = List.copyOf(kernelSize);
    stride = List.copyOf(stride);
    padding = List.copyOf(padding);
    dilation = List.copyOf(dilation);
    Pooling.sliding(kernelSize, stride, padding, dilation);
  }

  @Override
  public Expr apply(Expr x) {
    Positioned.requireAny(x);
    Window window = Pooling.sliding(kernelSize, stride, padding, dilation).over(x);
    for (int axis = 0; axis < window.axes(); axis++) {
      require(
          2 * window.before().get(axis) <= window.kernel().get(axis),
          "padding must be at most half of kernel_size but they are %s and %s",
          window.before().get(axis),
          window.kernel().get(axis));
    }
    return Pooling.seen(x, window.filled(Double.NEGATIVE_INFINITY)).innerMax();
  }
}

package dev.kassei.builtins.layer;

import dev.kassei.api.Layer;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.Required;
import dev.kassei.api.expr.Expr;
import java.util.List;

/**
 * The mean of what a window sees, for each channel, of images or sequences. What is beyond the ends
 * counts as 0, as in PyTorch.
 *
 * @param kernelSize the size of the window
 * @param stride how far the window moves; without it its size
 * @param padding how many positions beyond both ends the window may see
 */
@PluginName(value = "avg_pool", title = "Average pooling")
@Reference(
    "LeCun, Bottou, Bengio, Haffner 1998, Gradient-based learning applied to document recognition, doi:10.1109/5.726791")
public record AvgPool(
    @Required List<Integer> kernelSize, List<Integer> stride, List<Padding> padding)
    implements Layer {
  public AvgPool() {
    this(List.of(2), List.of(), List.of(Padding.of(0)));
  }

  public AvgPool {
    kernelSize = List.copyOf(kernelSize);
    stride = List.copyOf(stride);
    padding = List.copyOf(padding);
    Pooling.sliding(kernelSize, stride, padding, List.of(1));
  }

  @Override
  public Expr apply(Expr x) {
    Positioned.requireAny(x);
    Sliding sliding = Pooling.sliding(kernelSize, stride, padding, List.of(1));
    return Pooling.seen(x, sliding.over(x)).innerMean();
  }
}

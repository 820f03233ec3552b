package dev.kassei.activations.shrinking;

import static dev.kassei.api.Requirements.require;
import static dev.kassei.api.Requirements.requireFinite;

import dev.kassei.activations.Peers;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import java.util.Map;

/**
 * Hard thresholding, f(x) = x for |x| &gt; threshold, else 0.
 *
 * <p>The value jumps at ±threshold, where the derivative is 0.
 *
 * <p>All peers agree on 0.5; in ONNX it is Shrink.
 *
 * @param threshold up to which size inputs become 0, positive
 */
@PluginName(value = "hard_shrink", title = "Hard Shrink")
@Reference(
    "David L. Donoho, Iain M. Johnstone (1994): Ideal spatial adaptation by wavelet shrinkage. Biometrika 81, 425–455")
public record HardShrink(double threshold) implements Activation {
  public HardShrink() {
    this(0.5);
  }

  public HardShrink {
    require(threshold > 0, "threshold must be positive but was %s", threshold);
    requireFinite("threshold", threshold);
  }

  @Override
  public Expr apply(Expr x) {
    return Expr.where(x.abs().atMost(Expr.constant(threshold)), Expr.constant(0), x);
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new HardShrink(), "keras", "onnx", "pytorch", "tfa").byLibrary();
  }
}

package dev.kassei.activations.shrinking;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Peers;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import java.util.Map;
import java.util.Optional;

/**
 * Hard thresholding, f(x) = x for |x| &gt; threshold, else 0.
 *
 * <p>The value jumps at ±threshold, where the derivative is 0.
 *
 * <p>All peers agree on 0.5; in ONNX it is Shrink, and in TensorFlow Addons the two thresholds have
 * a number each.
 *
 * @param threshold up to which size inputs become 0, positive
 * @param lower from where on inputs become 0; −threshold if left out
 * @param upper up to where inputs become 0; threshold if left out
 */
@PluginName(value = "hard_shrink", title = "Hard Shrink")
@Reference(
    "David L. Donoho, Iain M. Johnstone (1994): Ideal spatial adaptation by wavelet shrinkage. Biometrika 81, 425–455")
public record HardShrink(double threshold, Optional<Double> lower, Optional<Double> upper)
    implements Activation {
  public HardShrink() {
    this(0.5);
  }

  /** The one with the same threshold on both sides. */
  public HardShrink(double threshold) {
    this(threshold, Optional.empty(), Optional.empty());
  }

  public HardShrink {
    require(threshold > 0, "threshold must be positive but was %s", threshold);
    requireFinite("threshold", threshold);
    lower.ifPresent(value -> requireFinite("lower", value));
    upper.ifPresent(value -> requireFinite("upper", value));
    double low = lower.orElse(-threshold);
    double high = upper.orElse(threshold);
    require(low <= high, "lower must not be above upper but they were %s and %s", low, high);
  }

  @Override
  public Expr apply(Expr x) {
    return Expr.where(isShrunk(x), Expr.constant(0), x);
  }

  private Expr isShrunk(Expr x) {
    if (lower.isEmpty() && upper.isEmpty()) {
      return x.abs().atMost(Expr.constant(threshold));
    }
    Expr low = Expr.constant(lower.orElse(-threshold));
    Expr high = Expr.constant(upper.orElse(threshold));
    return x.atLeast(low).times(x.atMost(high));
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new HardShrink(), "keras", "onnx", "pytorch", "tfa").byLibrary();
  }
}

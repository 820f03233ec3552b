package dev.kassei.activations.shrinking;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Peers;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import java.util.Map;

/**
 * Soft thresholding, f(x) = sign(x)·max(|x| − threshold, 0).
 *
 * <p>At the kinks, ±threshold, the derivative is 0.
 *
 * <p>All peers agree on 0.5; in ONNX it is Shrink with bias = lambd.
 *
 * @param threshold by how much inputs are moved towards 0, positive
 */
@PluginName(value = "soft_shrink", title = "Soft Shrink")
@Reference(
    "David L. Donoho, Iain M. Johnstone (1994): Ideal spatial adaptation by wavelet shrinkage. Biometrika 81, 425–455")
public record SoftShrink(double threshold) implements Activation {
  public SoftShrink() {
    this(0.5);
  }

  public SoftShrink {
    require(threshold > 0, "threshold must be positive but was %s", threshold);
    requireFinite("threshold", threshold);
  }

  @Override
  public Expr apply(Expr x) {
    return x.minus(threshold).max(0).minus(x.negate().minus(threshold).max(0));
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new SoftShrink(), "keras", "pytorch", "tfa").byLibrary();
  }
}

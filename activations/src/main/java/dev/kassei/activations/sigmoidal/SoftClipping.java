package dev.kassei.activations.sigmoidal;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The identity between 0 and 1, clipped softly: f(x) = log((1 + exp(alpha·x)) / (1 + exp(alpha·(x −
 * 1)))) / alpha.
 *
 * <p>With u = alpha·x, softplus(u) − softplus(u − alpha) is softplus(min(u, alpha) − softplus(−|u −
 * alpha|) + log(1 − exp(−alpha))), which neither overflows nor cancels: both tails keep their
 * digits. There are no kinks.
 *
 * @param alpha the sharpness of the bends, positive
 */
@PluginName(value = "soft_clipping", title = "Soft clipping")
@Reference(
    "Matthew D. Klimek, Maxim Perelstein (2018): Neural Network-Based Approach to Phase Space"
        + " Integration. arXiv:1810.11509")
public record SoftClipping(double alpha) implements Activation {
  public SoftClipping() {
    this(50);
  }

  public SoftClipping {
    require(alpha > 0, "alpha must be positive but was %s", alpha);
    requireFinite("alpha", alpha);
  }

  @Override
  public Expr apply(Expr x) {
    Expr scaled = x.times(alpha);
    Expr past = scaled.minus(alpha);
    Expr clipped = scaled.min(alpha).minus(past.min(past.negate()).softplus());
    double shift = StrictMath.log(-StrictMath.expm1(-alpha));
    return clipped.plus(shift).softplus().over(alpha);
  }
}

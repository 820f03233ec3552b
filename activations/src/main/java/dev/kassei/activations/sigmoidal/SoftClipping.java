package dev.kassei.activations.sigmoidal;

import static dev.kassei.api.Requirements.require;
import static dev.kassei.api.Requirements.requireFinite;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The identity between 0 and 1, clipped softly: f(x) = log((1 + exp(alpha·x)) / (1 + exp(alpha·(x −
 * 1)))) / alpha.
 *
 * <p>It is a difference of two softplus, of x clipped to where f is not yet 0 or 1 to the last bit,
 * so they neither overflow nor cancel. There are no kinks.
 *
 * @param alpha the sharpness of the bends, positive
 */
@PluginName(value = "soft_clipping", title = "Soft clipping")
@Reference(
    "Matthew D. Klimek, Maxim Perelstein (2018): Neural Network-Based Approach to Phase Space"
        + " Integration. arXiv:1810.11509")
public record SoftClipping(double alpha) implements Activation {
  /** exp(−MARGIN) is less than the last bit of 1. */
  private static final double MARGIN = 40;

  public SoftClipping() {
    this(50);
  }

  public SoftClipping {
    require(alpha > 0, "alpha must be positive but was %s", alpha);
    requireFinite("alpha", alpha);
  }

  @Override
  public Expr apply(Expr x) {
    Expr scaled = x.clip(-MARGIN / alpha, 1 + MARGIN / alpha).times(alpha);
    return scaled.softplus().minus(scaled.minus(alpha).softplus()).over(alpha);
  }
}

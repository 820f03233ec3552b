package dev.kassei.activations.trainable;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Trainable;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * A smooth bounded function with a hump below 0, f(x) = x / (x/alpha + exp(−x/beta)), both
 * trainable, one pair a layer.
 *
 * <p>Fraction and denominator are multiplied by exp(x/beta) below 0, so nothing overflows. Above
 * alpha it is alpha·(1 − exp(−x/beta) / (x/alpha + exp(−x/beta))), whose derivative does not
 * cancel. There are no kinks as long as alpha·e exceeds beta, and both are positive.
 *
 * @param alpha the first greatest value, positive
 * @param beta the first scale of the exponential, positive
 */
@PluginName(value = "soft_root_sign", title = "Soft Root Sign")
@Reference(
    "Yuan Zhou, Dandan Li, Shuwei Huo, Sun-Yuan Kung (2020): Soft-Root-Sign Activation "
        + "Function. arXiv:2003.00547")
public record SoftRootSign(double alpha, double beta) implements Activation {
  public SoftRootSign() {
    this(2, 3);
  }

  public SoftRootSign {
    require(alpha > 0, "alpha must be positive but was %s", alpha);
    requireFinite("alpha", alpha);
    require(beta > 0, "beta must be positive but was %s", beta);
    require(beta < alpha * Math.E, "beta must be less than e times alpha but was %s", beta);
  }

  @Override
  public Expr apply(Expr x) {
    Expr scale = Trainable.perLayer(x, "beta", beta);
    Expr below = x.min(0).over(scale).exp();
    Expr fraction = x.times(below);
    Expr above = x.max(0).over(scale).negate().exp();
    Expr limit = Trainable.perLayer(x, "alpha", alpha);
    Expr inverse = Expr.constant(1).over(fraction.over(limit).plus(above));
    Expr nearLimit = Expr.constant(1).minus(above.times(inverse)).times(limit);
    return Expr.where(x.greaterThan(limit), nearLimit, fraction.times(inverse));
  }
}

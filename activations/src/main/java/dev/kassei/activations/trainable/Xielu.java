package dev.kassei.activations.trainable;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Trainable;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The integral of an ELU with trainable curvatures, one pair a layer: f(x) = p·x² + beta·x for x
 * &gt; 0, else q·(exp(x) − 1 − x) + beta·x, with p = log(1 + exp(a)) and q = beta + log(1 +
 * exp(b)).
 *
 * <p>The trainable numbers a and b start where p and q have the given values. There are no kinks in
 * the first derivative, which is beta at 0.
 *
 * @param p the first curvature for positive values, positive
 * @param q the first curvature for negative values, above beta
 * @param beta the slope at 0
 */
@PluginName(value = "xielu", title = "xIELU")
@Reference(
    "Allen Hao Huang, Imanol Schlag (2024): Deriving Activation Functions Using Integration. "
        + "arXiv:2411.13010")
public record Xielu(double p, double q, double beta) implements Activation {
  public Xielu() {
    this(0.8, 0.8, 0.5);
  }

  public Xielu {
    require(p > 0, "p must be positive but was %s", p);
    requireFinite("p", p);
    require(q > beta, "q must be above beta, %s, but was %s", beta, q);
    requireFinite("q", q);
    requireFinite("beta", beta);
  }

  @Override
  public Expr apply(Expr x) {
    Expr above = Trainable.perLayer(x, "a", softplusInverse(p)).softplus();
    Expr below = Trainable.perLayer(x, "b", softplusInverse(q - beta)).softplus().plus(beta);
    Expr negative = x.min(0);
    Expr positive = x.max(0);
    Expr curved = positive.times(above).times(positive);
    return curved.plus(negative.expm1().minus(negative).times(below)).plus(x.times(beta));
  }

  private static double softplusInverse(double y) {
    return y + StrictMath.log(-StrictMath.expm1(-y));
  }
}

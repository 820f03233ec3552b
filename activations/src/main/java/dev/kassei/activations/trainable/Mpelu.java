package dev.kassei.activations.trainable;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Trainable;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The multiple parametric ELU: f(x) = x for x &gt; 0, else alpha·(exp(beta·x) − 1), both trainable
 * for each unit.
 *
 * <p>At 0, a kink unless alpha·beta is 1, the derivative is alpha·beta.
 *
 * @param alpha the first depth of the negative part
 * @param beta the first factor in the exponent, positive
 */
@PluginName(value = "mpelu", title = "MPELU")
@Reference(
    "Yang Li, Chunxiao Fan, Yong Li, Qiong Wu, Yue Ming (2016): Improving Deep Neural Network"
        + " with Multiple Parametric Exponential Linear Units. arXiv:1606.00305")
public record Mpelu(double alpha, double beta) implements Activation {
  public Mpelu() {
    this(0.25, 1);
  }

  public Mpelu {
    requireFinite("alpha", alpha);
    require(beta > 0, "beta must be positive but was %s", beta);
    requireFinite("beta", beta);
  }

  @Override
  public Expr apply(Expr x) {
    Expr exponential = x.min(0).times(Trainable.perUnit(x, "beta", beta)).expm1();
    return x.max(0).plus(exponential.times(Trainable.perUnit(x, "alpha", alpha)));
  }
}

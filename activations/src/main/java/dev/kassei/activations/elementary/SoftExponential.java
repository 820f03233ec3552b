package dev.kassei.activations.elementary;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * Between a line and the exponential function, f(x) = (exp(alpha·x) − 1) / alpha + alpha; x itself
 * for alpha = 0, and exp(x) for 1.
 *
 * <p>The paper trains alpha and goes on below 0 with the inverse, a logarithm, which is not defined
 * for all x; here alpha is fixed and not negative. The default is ours. There are no kinks; the
 * exponential overflows.
 */
@PluginName(value = "soft_exponential", title = "Soft exponential")
@Reference(
    "Luke B. Godfrey, Michael S. Gashler (2016): A continuum among logarithmic, linear, and"
        + " exponential functions, and its potential to improve generalization in neural networks."
        + " arXiv:1602.01321")
public record SoftExponential(double alpha) implements Activation {
  public SoftExponential() {
    this(0.5);
  }

  public SoftExponential {
    require(
        alpha >= 0 && alpha < Double.POSITIVE_INFINITY,
        "alpha must be 0 or more but was %s",
        alpha);
  }

  @Override
  public Expr apply(Expr x) {
    return alpha == 0 ? x : x.times(alpha).expm1().over(alpha).plus(alpha);
  }
}

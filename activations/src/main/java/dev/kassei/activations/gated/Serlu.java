package dev.kassei.activations.gated;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Exponents;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The scaled exponentially regularised linear unit, f(x) = lambda·x for x &gt; 0, else
 * lambda·alpha·x·exp(x).
 *
 * <p>The defaults keep mean 0 and variance 1 of standard normal inputs. The exponential sees
 * negative values alone, so it never overflows. At the kink, 0, the derivative is lambda·alpha.
 *
 * @param lambda the slope for positive values, positive
 * @param alpha the depth of the hump for negative values, positive
 */
@PluginName(value = "serlu", title = "SERLU")
@Reference(
    "Guoqiang Zhang, Haopeng Li (2018): Effectiveness of Scaled Exponentially-Regularized "
        + "Linear Units (SERLUs). arXiv:1807.10117")
public record Serlu(double lambda, double alpha) implements Activation {
  public Serlu() {
    this(1.07862, 2.90427);
  }

  public Serlu {
    require(lambda > 0, "lambda must be positive but was %s", lambda);
    requireFinite("lambda", lambda);
    require(alpha > 0, "alpha must be positive but was %s", alpha);
    requireFinite("alpha", alpha);
  }

  @Override
  public Expr apply(Expr x) {
    Expr negative = x.min(0);
    Expr hump = negative.times(Exponents.bounded(negative).exp());
    return x.max(0).plus(hump.times(alpha)).times(lambda);
  }
}

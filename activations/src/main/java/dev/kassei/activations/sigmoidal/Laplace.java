package dev.kassei.activations.sigmoidal;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * A shifted normal distribution function, f(x) = (1 + erf((x − mu) / (sigma·√2))) / 2, that follows
 * the squared ReLU near 0 and is bounded.
 *
 * <p>It is computed as erfc((mu − x) / (sigma·√2)) / 2, which keeps its digits below mu. There are
 * no kinks.
 *
 * @param mu where the value is 1/2
 * @param sigma the width, positive
 */
@PluginName(value = "laplace", title = "Laplace")
@Reference(
    "Xuezhe Ma et al. (2022): Mega: Moving Average Equipped Gated Attention. arXiv:2209.10655")
public record Laplace(double mu, double sigma) implements Activation {
  public Laplace() {
    this(0.707107, 0.282095);
  }

  public Laplace {
    requireFinite("mu", mu);
    require(sigma > 0, "sigma must be positive but was %s", sigma);
    requireFinite("sigma", sigma);
  }

  @Override
  public Expr apply(Expr x) {
    return x.minus(mu).over(-sigma * Math.sqrt(2)).erfc().times(0.5);
  }
}

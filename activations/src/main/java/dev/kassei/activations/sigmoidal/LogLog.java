package dev.kassei.activations.sigmoidal;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The distribution function of the Gumbel distribution, f(x) = exp(−exp(−x)), between 0 and 1.
 *
 * <p>The inner exponential is not computed below x = −20, where f is 0, so it never overflows.
 * There are no kinks.
 */
@PluginName(value = "log_log", title = "Log-log")
@Reference(
    "Gecynalda S. da S. Gomes, Teresa B. Ludermir (2013): Optimization of the weights and "
        + "asymmetric activation function family of neural network for time series forecasting. "
        + "Expert Systems with Applications 40, 6438–6446")
public record LogLog() implements Activation {
  /** Below this the value is less than the least double. */
  private static final double VANISHED = -20;

  @Override
  public Expr apply(Expr x) {
    return x.max(VANISHED).negate().exp().negate().exp();
  }
}

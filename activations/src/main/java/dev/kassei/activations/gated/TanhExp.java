package dev.kassei.activations.gated;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The value gated by the tanh of its exponential, f(x) = x·tanh(exp(x)).
 *
 * <p>The exponential is not computed beyond x = 20, where the gate is exactly 1, so it never
 * overflows. There are no kinks. Fernandez and Mali (2024), arXiv:2412.20269, call the same
 * function TeLU.
 */
@PluginName(value = "tanh_exp", title = "TanhExp")
@Reference(
    "Xinyu Liu, Xiaoguang Di (2020): TanhExp: A Smooth Activation Function with High "
        + "Convergence Speed for Lightweight Neural Networks. arXiv:2003.09855")
public record TanhExp() implements Activation {
  /** From here on the gate is 1, rounded to 53 bits. */
  private static final double SATURATED = 20;

  @Override
  public Expr apply(Expr x) {
    return x.times(x.min(SATURATED).exp().tanh());
  }
}

package dev.kassei.activations.gated;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The Gompertz linear unit, the value gated by a Gompertz curve, f(x) = x·exp(−exp(−x)).
 *
 * <p>The inner exponential is not computed below x = −20, where the gate is 0, so it never
 * overflows. There are no kinks.
 */
@PluginName(value = "golu", title = "GoLU")
@Reference(
    "Indrashis Das, Mahmoud Safari, Steven Adriaensen, Frank Hutter (2025): Gompertz Linear "
        + "Units: Leveraging Asymmetry for Enhanced Learning Dynamics. arXiv:2502.03654")
public record Golu() implements Activation {
  /** Below this the gate is less than the least double. */
  private static final double VANISHED = -20;

  @Override
  public Expr apply(Expr x) {
    return x.times(x.max(VANISHED).negate().exp().negate().exp());
  }
}

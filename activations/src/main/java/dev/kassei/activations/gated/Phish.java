package dev.kassei.activations.gated;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The value gated by the tanh of its GELU, f(x) = x·tanh(gelu(x)), with the exact form of {@link
 * Gelu}.
 *
 * <p>There are no kinks. Far below 0 the value is positive, unlike that of most gated functions.
 */
@PluginName(value = "phish", title = "Phish")
@Reference("Philip Naveen (2022): Phish: A Novel Hyper-Optimizable Activation Function. TechRxiv")
public record Phish() implements Activation {
  /** Below this GELU is 0, and the gate's derivative must not meet the square of x. */
  private static final double VANISHED = -40;

  @Override
  public Expr apply(Expr x) {
    return x.times(new Gelu().apply(x.max(VANISHED)).tanh());
  }
}

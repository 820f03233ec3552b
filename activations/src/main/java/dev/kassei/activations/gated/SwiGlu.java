package dev.kassei.activations.gated;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * A gated linear unit with Swish as the gate, f(x) = a ⊙ b·σ(b) for a row x = (a, b): half as many
 * columns.
 *
 * <p>The gate is the second half, as in {@link Glu}; in the paper it is the first of two products.
 * There are no kinks. The sigmoid's argument is limited to ±1000, where it is exactly 0 or 1, so
 * that no infinite slope of the product meets a derivative of 0.
 */
@PluginName(value = "swiglu", title = "SwiGLU")
@Reference("Noam Shazeer (2020): GLU Variants Improve Transformer. arXiv:2002.05202")
public record SwiGlu() implements Activation {
  private static final double SATURATED = 1000;

  @Override
  public Expr apply(Expr x) {
    return Halves.gated("swiglu", x, SwiGlu::swish);
  }

  private static Expr swish(Expr gate) {
    return gate.times(gate.clip(-SATURATED, SATURATED).sigmoid());
  }
}

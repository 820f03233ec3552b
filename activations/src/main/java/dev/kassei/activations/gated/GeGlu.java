package dev.kassei.activations.gated;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * A gated linear unit with GELU as the gate, f(x) = a ⊙ b·Φ(b) for a row x = (a, b): half as many
 * columns.
 *
 * <p>The gate is the second half, as in {@link Glu}; in the paper it is the first of two products.
 * There are no kinks. The argument of Φ is limited to ±40, where it is exactly 0 or 1, so that no
 * infinite slope of the product meets a derivative of 0.
 */
@PluginName(value = "geglu", title = "GEGLU")
@Reference("Noam Shazeer (2020): GLU Variants Improve Transformer. arXiv:2002.05202")
public record GeGlu() implements Activation {
  private static final double SATURATED = 40;
  private static final double INVERSE_SQRT_2 = 0.7071067811865476;

  @Override
  public Expr apply(Expr x) {
    return Halves.gated("geglu", x, GeGlu::gelu);
  }

  private static Expr gelu(Expr gate) {
    Expr argument = gate.clip(-SATURATED, SATURATED).times(-INVERSE_SQRT_2);
    return gate.times(argument.erfc().times(0.5));
  }
}

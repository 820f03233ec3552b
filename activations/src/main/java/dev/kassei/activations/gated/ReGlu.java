package dev.kassei.activations.gated;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * A gated linear unit with ReLU as the gate, f(x) = a ⊙ max(b, 0) for a row x = (a, b): half as
 * many columns.
 *
 * <p>The gate is the second half, as in {@link Glu}; in the paper it is the first of two products.
 * At the kink, b = 0, its derivative is 0.
 */
@PluginName(value = "reglu", title = "ReGLU")
@Reference("Noam Shazeer (2020): GLU Variants Improve Transformer. arXiv:2002.05202")
public record ReGlu() implements Activation {
  @Override
  public Expr apply(Expr x) {
    return Halves.gated("reglu", x, gate -> gate.max(0));
  }
}

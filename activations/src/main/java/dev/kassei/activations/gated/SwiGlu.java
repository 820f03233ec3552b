package dev.kassei.activations.gated;

import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * A gated linear unit with Swish as the gate, f(x) = a ⊙ b·σ(beta·b) for a row x = (a, b): half as
 * many columns.
 *
 * <p>The gate is the second half, as in {@link Glu}; in the paper it is the first of two products.
 * There are no kinks. The sigmoid's argument is limited to ±1000, where it is exactly 0 or 1, so
 * that no infinite slope of the product meets a derivative of 0.
 *
 * @param beta the sharpness of the gate, 1 in the paper's experiments
 */
@PluginName(value = "swiglu", title = "SwiGLU")
@Reference("Noam Shazeer (2020): GLU Variants Improve Transformer. arXiv:2002.05202")
public record SwiGlu(double beta) implements Activation {
  private static final double SATURATED = 1000;

  public SwiGlu() {
    this(1);
  }

  public SwiGlu {
    requireFinite("beta", beta);
  }

  @Override
  public Expr apply(Expr x) {
    return Halves.gated("swiglu", x, this::swish);
  }

  private Expr swish(Expr gate) {
    Expr scaled = beta == 1 ? gate : gate.times(beta);
    return gate.times(scaled.clip(-SATURATED, SATURATED).sigmoid());
  }
}

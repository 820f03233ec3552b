package dev.kassei.activations.sigmoidal;

import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * A tanh with a smaller negative part, f(x) = tanh(x) for x &gt; 0, else alpha·tanh(x).
 *
 * <p>At the kink, 0, the derivative is alpha.
 *
 * @param alpha the factor of the negative part
 */
@PluginName(value = "penalized_tanh", title = "Penalized Tanh")
@Reference(
    "Bing Xu, Ruitong Huang, Mu Li (2016): Revise Saturated Activation Functions. "
        + "arXiv:1602.05980")
public record PenalizedTanh(double alpha) implements Activation {
  public PenalizedTanh() {
    this(0.25);
  }

  public PenalizedTanh {
    requireFinite("alpha", alpha);
  }

  @Override
  public Expr apply(Expr x) {
    Expr tanh = x.tanh();
    return Expr.where(x.greaterThan(0), tanh, tanh.times(alpha));
  }
}

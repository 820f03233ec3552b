package dev.kassei.activations.sigmoidal;

import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * A tanh that maps ±1 to themselves, f(x) = 1.7159·tanh(2x/3) by default.
 *
 * <p>There are no kinks.
 *
 * @param alpha the greatest value
 * @param beta the factor of the input
 */
@PluginName(value = "scaled_tanh", title = "Scaled Tanh")
@Reference(
    "Yann LeCun, Léon Bottou, Yoshua Bengio, Patrick Haffner (1998): Gradient-based learning "
        + "applied to document recognition. Proceedings of the IEEE 86, 2278–2324")
public record ScaledTanh(double alpha, double beta) implements Activation {
  public ScaledTanh() {
    this(1.7159, 2.0 / 3);
  }

  public ScaledTanh {
    requireFinite("alpha", alpha);
    requireFinite("beta", beta);
  }

  @Override
  public Expr apply(Expr x) {
    return x.times(beta).tanh().times(alpha);
  }
}

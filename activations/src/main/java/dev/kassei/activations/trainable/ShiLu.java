package dev.kassei.activations.trainable;

import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Trainable;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * A rectifier, scaled and shifted, f(x) = alpha·max(x, 0) + beta, both trainable, one pair a layer.
 *
 * <p>At the kink, 0, the derivative is 0.
 *
 * @param alpha the first slope for positive values
 * @param beta the first value for negative ones
 */
@PluginName(value = "shilu", title = "ShiLU")
@Reference(
    "Evgenii Pishchik (2023): Trainable Activations for Image Classification. Preprints "
        + "2023010463")
public record ShiLu(double alpha, double beta) implements Activation {
  public ShiLu() {
    this(1, 1);
  }

  public ShiLu {
    requireFinite("alpha", alpha);
    requireFinite("beta", beta);
  }

  @Override
  public Expr apply(Expr x) {
    return x.max(0)
        .times(Trainable.perLayer(x, "alpha", alpha))
        .plus(Trainable.perLayer(x, "beta", beta));
  }
}

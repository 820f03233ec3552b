package dev.kassei.activations.trainable;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Trainable;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * A softsign of trainable height and width, f(x) = alpha·x / (beta + |x|), one pair a layer.
 *
 * <p>Beyond beta it is alpha·(1 − beta / (beta + |x|)) with the sign of x, whose derivative does
 * not cancel. There are no kinks in the first derivative, which is alpha/beta at 0. Training keeps
 * away from beta 0 by itself alone.
 *
 * @param alpha the first greatest value
 * @param beta the first width, positive
 */
@PluginName(value = "scaled_softsign", title = "ScaledSoftSign")
@Reference(
    "Evgenii Pishchik (2023): Trainable Activations for Image Classification. Preprints "
        + "2023010463")
public record ScaledSoftsign(double alpha, double beta) implements Activation {
  public ScaledSoftsign() {
    this(1, 1);
  }

  public ScaledSoftsign {
    requireFinite("alpha", alpha);
    require(beta > 0, "beta must be positive but was %s", beta);
    requireFinite("beta", beta);
  }

  @Override
  public Expr apply(Expr x) {
    Expr width = Trainable.perLayer(x, "beta", beta);
    Expr inverse = Expr.constant(1).over(x.abs().plus(width));
    Expr beyond = x.sign().times(Expr.constant(1).minus(width.times(inverse)));
    Expr softsign = Expr.where(x.abs().greaterThan(width), beyond, x.times(inverse));
    return softsign.times(Trainable.perLayer(x, "alpha", alpha));
  }
}

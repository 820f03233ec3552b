package dev.kassei.activations.sigmoidal;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * A softsign between 0 and 1, f(x) = x / (2·(1 + |x|)) + 1/2.
 *
 * <p>Elliott's own function, by those who cite his report, is x / (1 + |x|), which has its own name
 * here, {@code softsign}. Rescaled so that it can stand for a sigmoid it goes by his name, in FANN,
 * which has both.
 *
 * <p>There are no kinks in the first derivative, which is 1/2 at 0.
 *
 * @param symmetric whether it is left between −1 and 1, x / (1 + |x|)
 */
@PluginName(value = "elliott", title = "Elliott")
@Reference(
    "David L. Elliott (1993): A better activation function for artificial neural networks. "
        + "Institute for Systems Research, University of Maryland, TR 93-8")
public record Elliott(boolean symmetric) implements Activation {
  public Elliott() {
    this(false);
  }

  @Override
  public Expr apply(Expr x) {
    if (symmetric) {
      return new Softsign().apply(x);
    }
    Expr rest = Expr.constant(0.5).over(x.max(x.negate()).plus(1));
    return Expr.where(x.greaterThan(0), Expr.constant(1).minus(rest), rest);
  }
}

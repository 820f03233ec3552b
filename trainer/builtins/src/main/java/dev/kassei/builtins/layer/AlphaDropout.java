package dev.kassei.builtins.layer;

import dev.kassei.api.Layer;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * Dropout for SELU: in training a value is α′ = −λα with probability p instead of x, and what comes
 * out is a·value + b, which keeps mean 0 and variance 1: a = 1/√((1 − p)(1 + p·α′²)), b = −a·p·α′.
 * In inference x.
 *
 * @param p the probability with which a value is dropped
 */
@PluginName(value = "alpha_dropout", title = "Alpha dropout")
@Reference(
    "Klambauer, Unterthiner, Mayr, Hochreiter 2017, Self-normalizing neural networks,"
        + " arXiv:1706.02515")
public record AlphaDropout(double p) implements Layer {
  /** −λα of SELU, its value far to the left. */
  private static final double DROPPED = -1.7580993408473766;

  public AlphaDropout() {
    this(0.5);
  }

  public AlphaDropout {
    Masks.requireProbability(p);
  }

  @Override
  public Expr apply(Expr x) {
    double a = 1 / Math.sqrt((1 - p) * (1 + p * DROPPED * DROPPED));
    Expr left = Masks.left(x, p);
    Expr value = x.times(left).plus(Expr.constant(1).minus(left).times(DROPPED));
    return value.times(a).plus(-a * p * DROPPED).byMode(x);
  }
}

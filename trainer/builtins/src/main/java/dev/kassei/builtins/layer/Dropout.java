package dev.kassei.builtins.layer;

import dev.kassei.api.Layer;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * Dropout: in training each value is 0 with probability p and x / (1 − p) otherwise, so that its
 * mean stays; in inference x.
 *
 * @param p the probability with which a value is dropped
 */
@PluginName(value = "dropout", title = "Dropout")
@Reference(
    "Srivastava, Hinton, Krizhevsky, Sutskever, Salakhutdinov 2014, Dropout: a simple way to"
        + " prevent neural networks from overfitting, JMLR 15")
public record Dropout(double p) implements Layer {
  public Dropout() {
    this(0.5);
  }

  public Dropout {
    Masks.requireProbability(p);
  }

  @Override
  public Expr apply(Expr x) {
    return x.times(Masks.left(x, p).times(1 / (1 - p))).byMode(x);
  }
}

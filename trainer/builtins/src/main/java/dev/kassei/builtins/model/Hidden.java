package dev.kassei.builtins.model;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Activation;
import dev.kassei.api.Layer;
import dev.kassei.api.expr.Expr;
import dev.kassei.builtins.layer.AlphaDropout;
import dev.kassei.builtins.layer.Dropout;
import java.util.Optional;

/**
 * What stands around the activation of a hidden layer: a normalization before it, dropout behind
 * it.
 */
record Hidden(Optional<Layer> norm, Optional<Layer> dropout) {
  /** Dropout or alpha dropout, with the probability that is not 0. */
  static Hidden of(Optional<Layer> norm, double dropout, double alphaDropout) {
    require(
        dropout == 0 || alphaDropout == 0,
        "dropout and alpha_dropout exclude each other, but are %s and %s; alpha_dropout is for selu",
        dropout,
        alphaDropout);
    var plain = new Dropout(dropout);
    var alpha = new AlphaDropout(alphaDropout);
    if (dropout > 0) {
      return new Hidden(norm, Optional.of(plain));
    }
    return new Hidden(norm, alphaDropout > 0 ? Optional.of(alpha) : Optional.empty());
  }

  /** What the hidden layer returned, activated. */
  Expr activated(Expr x, String path, Activation activation) {
    return dropped(normalized(x, path).through(path + ".activation", activation), path);
  }

  /** Behind the normalization, or as it was. */
  Expr normalized(Expr x, String path) {
    return norm.map(layer -> x.through(path + ".norm", layer)).orElse(x);
  }

  /** Behind the dropout, or as it was. */
  Expr dropped(Expr x, String path) {
    return dropout.map(layer -> x.through(path + ".dropout", layer)).orElse(x);
  }
}

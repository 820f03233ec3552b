package dev.kassei.activations.trainable;

import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Trainable;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * A swish below 0 and a line with a bend above, f(x) = (n + 1/2)·x + 1 − exp(−x) for x &gt; 0, else
 * x·σ(x), with trainable n, one a layer.
 *
 * <p>At the kink, 0, the derivative is 1/2, that of the swish.
 *
 * @param n the first slope far above 0, less 1/2
 */
@PluginName(value = "delu", title = "DELU")
@Reference(
    "Evgenii Pishchik (2023): Trainable Activations for Image Classification. Preprints "
        + "2023010463")
public record Delu(double n) implements Activation {
  public Delu() {
    this(0);
  }

  public Delu {
    requireFinite("n", n);
  }

  @Override
  public Expr apply(Expr x) {
    Expr line = x.times(Trainable.perLayer(x, "n", n).plus(0.5));
    Expr above = line.minus(x.max(0).negate().expm1());
    return Expr.where(x.greaterThan(0), above, x.times(x.sigmoid()));
  }
}

package dev.kassei.activations.trainable;

import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Trainable;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * A rectifier with a trainable upper bound, f(x) = min(max(x, 0), n), one a layer.
 *
 * <p>At the kinks the derivative is 0 at 0 and 1 at n.
 *
 * @param n the first upper bound
 */
@PluginName(value = "relun", title = "ReLUN")
@Reference(
    "Evgenii Pishchik (2023): Trainable Activations for Image Classification. Preprints "
        + "2023010463")
public record Relun(double n) implements Activation {
  public Relun() {
    this(1);
  }

  public Relun {
    requireFinite("n", n);
  }

  @Override
  public Expr apply(Expr x) {
    return x.max(0).min(Trainable.perLayer(x, "n", n));
  }
}

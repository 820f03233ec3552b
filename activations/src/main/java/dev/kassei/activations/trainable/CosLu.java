package dev.kassei.activations.trainable;

import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Trainable;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The value and a cosine gated by the sigmoid, f(x) = (x + a·cos(b·x))·σ(x), both trainable, one
 * pair a layer.
 *
 * <p>There are no kinks.
 *
 * @param a the first amplitude
 * @param b the first frequency
 */
@PluginName(value = "coslu", title = "CosLU")
@Reference(
    "Evgenii Pishchik (2023): Trainable Activations for Image Classification. Preprints "
        + "2023010463")
public record CosLu(double a, double b) implements Activation {
  public CosLu() {
    this(1, 1);
  }

  public CosLu {
    requireFinite("a", a);
    requireFinite("b", b);
  }

  @Override
  public Expr apply(Expr x) {
    Expr wave = x.times(Trainable.perLayer(x, "b", b)).cos();
    return x.plus(wave.times(Trainable.perLayer(x, "a", a))).times(x.sigmoid());
  }
}

package dev.kassei.activations.trainable;

import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Trainable;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The value and a sine gated by the sigmoid, f(x) = (x + a·sin(b·x))·σ(x), both trainable, one pair
 * a layer.
 *
 * <p>There are no kinks.
 *
 * @param a the first amplitude
 * @param b the first frequency
 */
@PluginName(value = "sinlu", title = "SinLU")
@Reference(
    "Ashis Paul, Rajarshi Bandyopadhyay, Jin Hee Yoon, Zong Woo Geem, Ram Sarkar (2022): "
        + "SinLU: Sinu-Sigmoidal Linear Unit. Mathematics 10(3), 337")
public record SinLu(double a, double b) implements Activation {
  public SinLu() {
    this(1, 1);
  }

  public SinLu {
    requireFinite("a", a);
    requireFinite("b", b);
  }

  @Override
  public Expr apply(Expr x) {
    Expr wave = x.times(Trainable.perLayer(x, "b", b)).sin();
    return x.plus(wave.times(Trainable.perLayer(x, "a", a))).times(x.sigmoid());
  }
}

package dev.kassei.activations.trainable;

import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Trainable;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The value gated by the error function of its exponential, f(x) = x·erf(alpha·exp(beta·x)), both
 * trainable for each unit.
 *
 * <p>The exponent is kept between −800 and 20, where the gate is 0 and 1, so nothing overflows.
 * There are no kinks.
 *
 * @param alpha the first factor of the exponential
 * @param beta the first factor in the exponent
 */
@PluginName(value = "erf_act", title = "ErfAct")
@Reference(
    "Koushik Biswas, Sandeep Kumar, Shilpak Banerjee, Ashish Kumar Pandey (2021): ErfAct and "
        + "Pserf: Non-monotonic Smooth Trainable Activation Functions. arXiv:2109.04386")
public record ErfAct(double alpha, double beta) implements Activation {
  private static final double VANISHED = -800;
  private static final double SATURATED = 20;

  public ErfAct() {
    this(0.75, 0.75);
  }

  public ErfAct {
    requireFinite("alpha", alpha);
    requireFinite("beta", beta);
  }

  @Override
  public Expr apply(Expr x) {
    Expr exponent = x.times(Trainable.perUnit(x, "beta", beta)).clip(VANISHED, SATURATED);
    Expr exponential = exponent.exp();
    return x.times(exponential.times(Trainable.perUnit(x, "alpha", alpha)).erf());
  }
}

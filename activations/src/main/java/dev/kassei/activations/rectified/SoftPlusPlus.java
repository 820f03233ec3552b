package dev.kassei.activations.rectified;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * A softplus on a slope, f(x) = log(1 + exp(k·x)) + x/c − log(2), which is 0 at 0.
 *
 * <p>log((1 + exp(u)) / 2) is max(u, 0) + log(1 + (exp(−|u|) − 1) / 2), which neither overflows nor
 * cancels near 0. There are no kinks.
 *
 * @param k the sharpness of the bend, positive
 * @param c the inverse of the slope for negative values, positive
 */
@PluginName(value = "soft_plus_plus", title = "Soft++")
@Reference(
    "Andrei Ciuparu, Adriana Nagy-Dăbâcan, Raul C. Mureşan (2020): Soft++, a multi-parametric"
        + " non-saturating non-linearity that improves convergence in deep neural architectures. "
        + "Neurocomputing 384, 376–388")
public record SoftPlusPlus(double k, double c) implements Activation {
  public SoftPlusPlus() {
    this(1, 2);
  }

  public SoftPlusPlus {
    require(k > 0, "k must be positive but was %s", k);
    requireFinite("k", k);
    require(c > 0, "c must be positive but was %s", c);
    requireFinite("c", c);
  }

  @Override
  public Expr apply(Expr x) {
    Expr scaled = x.times(k);
    Expr minusSize = scaled.min(scaled.negate());
    Expr bend = scaled.max(0).plus(minusSize.expm1().times(0.5).log1p());
    return bend.plus(x.over(c));
  }
}

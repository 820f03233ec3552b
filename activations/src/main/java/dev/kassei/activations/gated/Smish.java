package dev.kassei.activations.gated;

import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Exponents;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The value gated by a tanh of a logarithm, f(x) = alpha·x·tanh(log(1 + σ(beta·x))).
 *
 * <p>There are no kinks; the gate tends to 0 and to 3/5.
 *
 * @param alpha a factor of the whole
 * @param beta the sharpness of the gate
 */
@PluginName(value = "smish", title = "Smish")
@Reference(
    "Xueliang Wang, Honge Ren, Achuan Wang (2022): Smish: A Novel Activation Function for "
        + "Deep Learning Methods. Electronics 11(4), 540")
public record Smish(double alpha, double beta) implements Activation {
  public Smish() {
    this(1, 1);
  }

  public Smish {
    requireFinite("alpha", alpha);
    requireFinite("beta", beta);
  }

  @Override
  public Expr apply(Expr x) {
    Expr gate = Exponents.bounded(x.times(beta)).sigmoid().log1p().tanh();
    return x.times(gate).times(alpha);
  }
}

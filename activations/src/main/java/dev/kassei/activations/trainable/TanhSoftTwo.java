package dev.kassei.activations.trainable;

import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Trainable;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The value gated by the tanh of an exponential, f(x) = x·tanh(beta·exp(gamma·x)), both trainable
 * for each unit.
 *
 * <p>The exponent is kept between −800 and 20, where the gate is 0 and 1, so nothing overflows.
 * There are no kinks. With 1 and 1 it is {@code tanh_exp}.
 *
 * @param beta the first factor of the exponential
 * @param gamma the first factor in the exponent
 */
@PluginName(value = "tanhsoft_2", title = "TanhSoft-2")
@Reference(
    "Koushik Biswas, Sandeep Kumar, Shilpak Banerjee, Ashish Kumar Pandey (2020): TanhSoft --"
        + " a family of activation functions combining Tanh and Softplus. arXiv:2009.03863")
public record TanhSoftTwo(double beta, double gamma) implements Activation {
  private static final double VANISHED = -800;
  private static final double SATURATED = 20;

  public TanhSoftTwo() {
    this(0.6, 1);
  }

  public TanhSoftTwo {
    requireFinite("beta", beta);
    requireFinite("gamma", gamma);
  }

  @Override
  public Expr apply(Expr x) {
    Expr exponent = x.times(Trainable.perUnit(x, "gamma", gamma)).clip(VANISHED, SATURATED);
    Expr exponential = exponent.exp();
    return x.times(exponential.times(Trainable.perUnit(x, "beta", beta)).tanh());
  }
}

package dev.kassei.activations.trainable;

import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Trainable;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * A softplus times a tanh, f(x) = tanh(alpha·x)·log(1 + exp(x)), trainable for each unit.
 *
 * <p>There are no kinks. The first value is ours; the paper's was not to be had.
 *
 * @param alpha the first factor in the tanh
 */
@PluginName(value = "tanhsoft_1", title = "TanhSoft-1")
@Reference(
    "Koushik Biswas, Sandeep Kumar, Shilpak Banerjee, Ashish Kumar Pandey (2020): TanhSoft --"
        + " a family of activation functions combining Tanh and Softplus. arXiv:2009.03863")
public record TanhSoftOne(double alpha) implements Activation {
  public TanhSoftOne() {
    this(1);
  }

  public TanhSoftOne {
    requireFinite("alpha", alpha);
  }

  @Override
  public Expr apply(Expr x) {
    return x.times(Trainable.perUnit(x, "alpha", alpha)).tanh().times(x.softplus());
  }
}

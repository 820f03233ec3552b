package dev.kassei.activations.trainable;

import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Trainable;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * Two trainable slopes for each unit: f(x) = alpha·x for x &gt; 0, else beta·x.
 *
 * <p>At the kink, 0, the derivative is beta. The paper calls it DP ReLU; a dynamic parametric ReLU,
 * DPReLU, has two thresholds as well.
 *
 * @param alpha the first slope for positive values
 * @param beta the first slope for negative values
 */
@PluginName(value = "dual_parametric_relu", title = "Dual Parametric ReLU")
@Reference(
    "S. Balaji, T. Kavya, Natasha Sebastian (2019): Learn-able parameter guided Activation "
        + "Functions. arXiv:1912.10752")
public record DualParametricRelu(double alpha, double beta) implements Activation {
  public DualParametricRelu() {
    this(1, 0.01);
  }

  public DualParametricRelu {
    requireFinite("alpha", alpha);
    requireFinite("beta", beta);
  }

  @Override
  public Expr apply(Expr x) {
    Expr above = x.max(0).times(Trainable.perUnit(x, "alpha", alpha));
    return above.plus(x.min(0).times(Trainable.perUnit(x, "beta", beta)));
  }
}

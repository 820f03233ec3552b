package dev.kassei.activations.gated;

import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The symmetrical Gaussian error linear unit, f(x) = alpha·x·erf(x/√2), an even function.
 *
 * <p>There are no kinks.
 *
 * @param alpha a factor of the whole
 */
@PluginName(value = "sgelu", title = "SGELU")
@Reference(
    "Chao Yu, Zhiguo Su (2019): Symmetrical Gaussian Error Linear Units (SGELUs). "
        + "arXiv:1911.03925")
public record Sgelu(double alpha) implements Activation {
  private static final double INVERSE_SQRT_2 = 0.7071067811865476;

  public Sgelu() {
    this(1);
  }

  public Sgelu {
    requireFinite("alpha", alpha);
  }

  @Override
  public Expr apply(Expr x) {
    return x.times(x.times(INVERSE_SQRT_2).erf()).times(alpha);
  }
}

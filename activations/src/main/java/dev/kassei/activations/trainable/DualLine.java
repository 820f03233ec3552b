package dev.kassei.activations.trainable;

import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Trainable;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * Two trainable slopes and a trainable shift for each unit: f(x) = alpha·x + shift for x &gt; 0,
 * else beta·x + shift.
 *
 * <p>At the kink, 0, the derivative is beta.
 *
 * @param alpha the first slope for positive values
 * @param beta the first slope for negative values
 * @param shift the first value at 0
 */
@PluginName(value = "dual_line", title = "Dual Line")
@Reference(
    "S. Balaji, T. Kavya, Natasha Sebastian (2019): Learn-able parameter guided Activation "
        + "Functions. arXiv:1912.10752")
public record DualLine(double alpha, double beta, double shift) implements Activation {
  public DualLine() {
    this(1, 0.01, -0.22);
  }

  public DualLine {
    requireFinite("alpha", alpha);
    requireFinite("beta", beta);
    requireFinite("shift", shift);
  }

  @Override
  public Expr apply(Expr x) {
    Expr lines = new DualParametricRelu(alpha, beta).apply(x);
    return lines.plus(Trainable.perUnit(x, "shift", shift));
  }
}

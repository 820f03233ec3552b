package dev.kassei.activations.trainable;

import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Trainable;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * A leaky ReLU with a trainable factor for each unit, f(x) = alpha·x for x &gt; 0, else
 * 0.01·alpha·x.
 *
 * <p>At the kink, 0, the derivative is 0.01·alpha.
 *
 * @param alpha the first factor
 */
@PluginName(value = "lelelu", title = "LeLeLU")
@Reference(
    "Andreas Maniatopoulos, Nikolaos Mitianoudis (2021): Learnable Leaky ReLU (LeLeLU): An "
        + "Alternative Accuracy-Optimized Activation Function. Information 12(12), 513")
public record LearnableLeakyRelu(double alpha) implements Activation {
  public LearnableLeakyRelu() {
    this(1);
  }

  public LearnableLeakyRelu {
    requireFinite("alpha", alpha);
  }

  @Override
  public Expr apply(Expr x) {
    return Expr.where(x.greaterThan(0), x, x.times(0.01))
        .times(Trainable.perUnit(x, "alpha", alpha));
  }
}

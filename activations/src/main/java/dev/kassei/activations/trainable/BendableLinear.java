package dev.kassei.activations.trainable;

import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Roots;
import dev.kassei.activations.Trainable;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The identity with a trainable bend, f(x) = beta·(√(x² + 1) − 1) + x, one for each unit; beta is
 * kept between −1 and 1, where f is monotonic.
 *
 * <p>What the root exceeds 1 by is taken as a product, see {@link Roots#excess}, so that small
 * values keep their digits. There are no kinks. With the first value, 1/2, it is {@code
 * bent_identity}.
 *
 * @param beta the first bend
 */
@PluginName(value = "bendable_linear", title = "Bendable linear unit")
@Reference(
    "Luke B. Godfrey (2019): An Evaluation of Parametric Activation Functions for Deep "
        + "Learning. IEEE SMC 2019, 3006–3011")
public record BendableLinear(double beta) implements Activation {
  public BendableLinear() {
    this(0.5);
  }

  public BendableLinear {
    requireFinite("beta", beta);
  }

  @Override
  public Expr apply(Expr x) {
    Expr bend = Trainable.perUnit(x, "beta", beta).clip(-1, 1);
    return Roots.excess(x).times(bend).plus(x);
  }
}

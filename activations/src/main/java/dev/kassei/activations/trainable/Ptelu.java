package dev.kassei.activations.trainable;

import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Trainable;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The parametric tanh linear unit: f(x) = x for x &gt; 0, else alpha·tanh(beta·x), both trainable
 * for each unit.
 *
 * <p>At 0, a kink unless alpha·beta is 1, the derivative is alpha·beta.
 *
 * @param alpha the first depth of the negative part
 * @param beta the first factor of negative inputs
 */
@PluginName(value = "ptelu", title = "P-TELU")
@Reference(
    "Rahul Duggal, Anubha Gupta (2017): P-TELU: Parametric Tan Hyperbolic Linear Unit "
        + "Activation for Deep Neural Networks. ICCV Workshops 2017, 974–978")
public record Ptelu(double alpha, double beta) implements Activation {
  public Ptelu() {
    this(1, 1);
  }

  public Ptelu {
    requireFinite("alpha", alpha);
    requireFinite("beta", beta);
  }

  @Override
  public Expr apply(Expr x) {
    Expr tanh = x.min(0).times(Trainable.perUnit(x, "beta", beta)).tanh();
    return x.max(0).plus(tanh.times(Trainable.perUnit(x, "alpha", alpha)));
  }
}

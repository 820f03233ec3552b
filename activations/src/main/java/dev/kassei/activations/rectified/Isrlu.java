package dev.kassei.activations.rectified;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Roots;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The inverse square root linear unit, f(x) = x for x &gt; 0, else x / √(1 + alpha·x²).
 *
 * <p>Neither value nor derivative overflows or cancels, see {@link Roots#unit}. There are no kinks:
 * the derivative at 0 is 1, and the second one 0.
 *
 * @param alpha how soon negative values saturate, positive: f tends to −1/√alpha
 */
@PluginName(value = "isrlu", title = "ISRLU")
@Reference(
    "Brad Carlile, Guy Delamarter, Paul Kinney, Akiko Marti, Brian Whitney (2017): Improving "
        + "Deep Learning by Inverse Square Root Linear Units (ISRLUs). arXiv:1710.09967")
public record Isrlu(double alpha) implements Activation {
  public Isrlu() {
    this(1);
  }

  public Isrlu {
    require(alpha > 0, "alpha must be positive but was %s", alpha);
    requireFinite("alpha", alpha);
  }

  @Override
  public Expr apply(Expr x) {
    return x.max(0).plus(Roots.unit(x.min(0), alpha));
  }
}

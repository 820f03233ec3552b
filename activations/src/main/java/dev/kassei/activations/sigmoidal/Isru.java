package dev.kassei.activations.sigmoidal;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Roots;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The inverse square root unit, f(x) = x / √(1 + alpha·x²), between −1/√alpha and 1/√alpha.
 *
 * <p>Neither value nor derivative overflows or cancels, see {@link Roots#unit}. There are no kinks.
 *
 * @param alpha how soon it saturates, positive
 */
@PluginName(value = "isru", title = "ISRU")
@Reference(
    "Brad Carlile, Guy Delamarter, Paul Kinney, Akiko Marti, Brian Whitney (2017): Improving "
        + "Deep Learning by Inverse Square Root Linear Units (ISRLUs). arXiv:1710.09967")
public record Isru(double alpha) implements Activation {
  public Isru() {
    this(1);
  }

  public Isru {
    require(alpha > 0, "alpha must be positive but was %s", alpha);
    requireFinite("alpha", alpha);
  }

  @Override
  public Expr apply(Expr x) {
    return Roots.unit(x, alpha);
  }
}

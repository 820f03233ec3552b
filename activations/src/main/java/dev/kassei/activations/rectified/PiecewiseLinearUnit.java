package dev.kassei.activations.rectified;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * Three lines, f(x) = max(alpha·(x + c) − c, min(alpha·(x − c) + c, x)): slope 1 between −c and c,
 * alpha outside.
 *
 * <p>At the kink c the derivative is alpha, at −c it is 1. Another unit of a similar name is {@code
 * pilu}.
 *
 * @param alpha the slope of the outer lines
 * @param c where the lines meet, positive
 */
@PluginName(value = "plu", title = "PLU")
@Reference(
    "Andrei Nicolae (2018): PLU: The Piecewise Linear Unit Activation Function. "
        + "arXiv:1809.09534")
public record PiecewiseLinearUnit(double alpha, double c) implements Activation {
  public PiecewiseLinearUnit() {
    this(0.1, 1);
  }

  public PiecewiseLinearUnit {
    requireFinite("alpha", alpha);
    require(c > 0, "c must be positive but was %s", c);
    requireFinite("c", c);
  }

  @Override
  public Expr apply(Expr x) {
    Expr above = x.minus(c).times(alpha).plus(c);
    Expr below = x.plus(c).times(alpha).minus(c);
    return below.max(above.min(x));
  }
}

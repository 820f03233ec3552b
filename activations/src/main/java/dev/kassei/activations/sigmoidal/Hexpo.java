package dev.kassei.activations.sigmoidal;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * Two exponentials that saturate, f(x) = a·(1 − exp(−x/b)) for x &gt; 0, else c·(exp(x/d) − 1).
 *
 * <p>Each exponential sees one sign alone, so it never overflows, and is computed with expm1. At 0,
 * a kink unless a/b = c/d, the derivative is c/d.
 *
 * @param a the greatest value
 * @param b the scale of positive inputs, positive
 * @param c minus the least value
 * @param d the scale of negative inputs, positive
 */
@PluginName(value = "hexpo", title = "Hexpo")
@Reference(
    "Shumin Kong, Masahiro Takatsuka (2017): Hexpo: A vanishing-proof activation function. "
        + "IJCNN 2017, 2562–2567")
public record Hexpo(double a, double b, double c, double d) implements Activation {
  public Hexpo() {
    this(1, 1, 1, 1);
  }

  public Hexpo {
    requireFinite("a", a);
    require(b > 0, "b must be positive but was %s", b);
    requireFinite("b", b);
    requireFinite("c", c);
    require(d > 0, "d must be positive but was %s", d);
    requireFinite("d", d);
  }

  @Override
  public Expr apply(Expr x) {
    Expr above = x.max(0).over(-b).expm1().times(-a);
    return above.plus(x.min(0).over(d).expm1().times(c));
  }
}

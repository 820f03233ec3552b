package dev.kassei.activations.rectified;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The square linear unit: x for x &gt; 0, x + x²/4 from −2 to 0, and −1 below.
 *
 * <p>There are no kinks: the parabola meets both lines with their slopes, 1 at 0 and 0 at −2.
 */
@PluginName(value = "sqlu", title = "SQLU")
@Reference(
    "Adedamola Wuraola, Nitish Patel, Sing Kiong Nguang (2021): Efficient activation "
        + "functions for embedded inference engines. Neurocomputing 442, 73–88")
public record SquareLinearUnit() implements Activation {
  @Override
  public Expr apply(Expr x) {
    Expr bent = x.min(0).max(-2);
    return x.max(0).plus(bent.times(bent.over(4).plus(1)));
  }
}

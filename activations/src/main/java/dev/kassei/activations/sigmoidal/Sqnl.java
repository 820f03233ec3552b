package dev.kassei.activations.sigmoidal;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The square nonlinearity: x − x²/4 from 0 to 2, x + x²/4 from −2 to 0, and ±1 outside.
 *
 * <p>It is computed as u·(1 − |u|/4) with u = clip(x, −2, 2). There are no kinks: the derivative at
 * ±2 is 0.
 */
@PluginName(value = "sqnl", title = "SQNL")
@Reference(
    "Adedamola Wuraola, Nitish Patel (2018): SQNL: A New Computationally Efficient Activation"
        + " Function. IJCNN 2018")
public record Sqnl() implements Activation {
  @Override
  public Expr apply(Expr x) {
    Expr within = x.clip(-2, 2);
    return within.times(Expr.constant(1).minus(within.abs().over(4)));
  }
}

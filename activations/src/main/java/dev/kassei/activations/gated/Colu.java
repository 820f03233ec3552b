package dev.kassei.activations.gated;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The collapsing linear unit, f(x) = x / (1 − x·exp(−(x + exp(x)))).
 *
 * <p>Fraction and denominator are multiplied by exp(x) below 0, and from x = 7 on, where the other
 * term has vanished, f is x, so nothing overflows. There are no kinks.
 */
@PluginName(value = "colu", title = "CoLU")
@Reference("Advait Vagerwal (2021): Deeper Learning with CoLU Activation. arXiv:2112.12078")
public record Colu() implements Activation {
  /** From here on exp(−exp(x)) is less than 10⁻⁴⁷⁶, which is 0. */
  private static final double VANISHED = 7;

  @Override
  public Expr apply(Expr x) {
    Expr scale = x.min(0).exp();
    Expr rest = x.max(0).plus(x.exp()).negate().exp();
    Expr fraction = x.times(scale).over(scale.minus(x.times(rest)));
    return Expr.where(x.greaterThan(VANISHED), x, fraction);
  }
}

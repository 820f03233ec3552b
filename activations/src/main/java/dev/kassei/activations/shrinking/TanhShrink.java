package dev.kassei.activations.shrinking;

import dev.kassei.activations.Peers;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import java.util.Map;

/**
 * The input minus its hyperbolic tangent, f(x) = x − tanh(x).
 *
 * <p>Near 0, where nothing is left of the difference, it is computed as x·t / (1 + t) with
 * Lambert's continued fraction t = x² / (3 + x² / (5 + x² / (7 + …))). There are no kinks.
 *
 * <p>All peers agree.
 */
@PluginName(value = "tanh_shrink", title = "Tanh Shrink")
@Reference("The input minus its hyperbolic tangent, named by Torch; no paper defines it.")
public record TanhShrink() implements Activation {
  /** Up to here the fraction is used. */
  private static final double NEAR = 1;

  /** The last partial denominator, with which the fraction is exact to rounding up to NEAR. */
  private static final int TERMS = 17;

  @Override
  public Expr apply(Expr x) {
    Expr square = x.square().min(NEAR * NEAR);
    Expr fraction = square.over(TERMS);
    for (int term = TERMS - 2; term > 1; term -= 2) {
      fraction = square.over(fraction.plus(term));
    }
    Expr near = x.times(fraction).over(fraction.plus(1));
    return Expr.where(x.abs().greaterThan(NEAR), x.minus(x.tanh()), near);
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new TanhShrink(), "keras", "pytorch", "tfa").byLibrary();
  }
}

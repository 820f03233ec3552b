package dev.kassei.activations.rectified;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Peers;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import java.util.Map;

/**
 * An algebraic smooth rectifier, f(x) = (x + √(x² + b)) / 2.
 *
 * <p>Below 0, where the sum cancels, it is computed as b/2 / (√(x² + b) − x); the root is |x| where
 * x² exceeds 10¹⁸·b, which it may not hold. There are no kinks.
 *
 * <p>All peers agree on b 4.
 *
 * @param b the width of the bend, positive: f(0) = √b / 2
 */
@PluginName(value = "squareplus", title = "Squareplus")
@Reference(
    "Jonathan T. Barron (2021): Squareplus: A Softplus-Like Algebraic Rectifier. arXiv:2112.11687")
public record Squareplus(double b) implements Activation {
  private static final double LARGE = 1e9;

  public Squareplus() {
    this(4);
  }

  public Squareplus {
    require(b > 0, "b must be positive but was %s", b);
    requireFinite("b", b);
  }

  @Override
  public Expr apply(Expr x) {
    double large = LARGE * Math.sqrt(b);
    Expr size = x.abs();
    Expr root = Expr.where(size.greaterThan(large), size, x.square().plus(b).sqrt());
    Expr below = Expr.constant(b / 2).over(root.minus(x));
    return Expr.where(x.greaterThan(0), x.times(0.5).plus(root.times(0.5)), below);
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new Squareplus(), "jax", "keras").byLibrary();
  }
}

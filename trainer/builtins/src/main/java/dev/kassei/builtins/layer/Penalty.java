package dev.kassei.builtins.layer;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.api.expr.Expr;

/**
 * What large weights add to the loss in training: l1·Σ|w| + l2·Σw².
 *
 * @param l1 how much the sum of absolute values counts
 * @param l2 how much the sum of squares counts
 */
public record Penalty(double l1, double l2) {
  public Penalty() {
    this(0, 0);
  }

  public Penalty {
    requireFactor("l1", l1);
    requireFactor("l2", l2);
  }

  private static void requireFactor(String name, double factor) {
    requireFinite(name, factor);
    require(factor >= 0, "%s must not be negative but was %s", name, factor);
  }

  /** What a layer returns, with the penalty of one of its tensors. */
  Expr of(Expr tensor, Expr output) {
    Expr result = output;
    if (l1 > 0) {
      result = result.penalized(tensor.abs().sum().times(l1));
    }
    if (l2 > 0) {
      result = result.penalized(tensor.square().sum().times(l2));
    }
    return result;
  }
}

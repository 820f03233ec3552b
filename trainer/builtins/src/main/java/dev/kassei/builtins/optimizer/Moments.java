package dev.kassei.builtins.optimizer;

import dev.kassei.api.OptimizerStep;
import dev.kassei.api.expr.Expr;

/** Exponential running means, and what corrects their start at 0. */
final class Moments {
  private Moments() {}

  /** β·mean + (1 − β)·value. */
  static Expr next(Expr mean, Expr value, double beta) {
    return mean.times(beta).plus(value.times(1 - beta));
  }

  /** 1 − βᵗ in step t, a scalar: the sum of the shares that have entered a running mean. */
  static Expr correction(double beta, OptimizerStep step) {
    return Expr.constant(1).minus(Expr.constant(beta).power(step.number()));
  }
}

package dev.kassei.builtins.optimizer;

import dev.kassei.api.OptimizerStep;
import dev.kassei.api.expr.Expr;

/**
 * Adam's direction while little is known of the variance of gradients (Liu et al. 2020): with ρ∞ =
 * 2 / (1 − β₂) − 1 and ρ = ρ∞ − 2·t·β₂ᵗ / (1 − β₂ᵗ) in step t, it is m̂ where ρ ≤ 5, and r·m̂ /
 * (√v̂ + ε) later, where r² = (ρ − 4)·(ρ − 2)·ρ∞ / ((ρ∞ − 4)·(ρ∞ − 2)·ρ).
 */
final class Rectified {
  private static final double TRACTABLE = 5;

  private final double beta1;
  private final double beta2;
  private final double epsilon;
  private final OptimizerStep step;

  Rectified(double beta1, double beta2, double epsilon, OptimizerStep step) {
    this.beta1 = beta1;
    this.beta2 = beta2;
    this.epsilon = epsilon;
    this.step = step;
  }

  /** The direction by running moments that are not corrected yet. */
  Expr direction(Expr mean, Expr square) {
    Expr correction = Moments.correction(beta2, step);
    double limit = 2 / (1 - beta2) - 1;
    Expr spent = Expr.constant(beta2).power(step.number()).over(correction).times(step.number());
    Expr length = Expr.constant(limit).minus(spent.times(2));
    Expr scale = rectification(length, limit).times(correction.sqrt());
    Expr measured = scale.over(square.sqrt().plus(epsilon));
    Expr factor = Expr.where(length.greaterThan(TRACTABLE), measured, Expr.constant(1));
    return mean.over(Moments.correction(beta1, step)).times(factor);
  }

  private static Expr rectification(Expr length, double limit) {
    Expr present = length.minus(4).times(length.minus(2)).over(length);
    return present.times(limit / ((limit - 4) * (limit - 2))).sqrt();
  }
}

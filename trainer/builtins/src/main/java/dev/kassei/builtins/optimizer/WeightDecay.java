package dev.kassei.builtins.optimizer;

import dev.kassei.api.OptimizerStep;
import dev.kassei.api.expr.Expr;

/**
 * Pulls weights towards 0, in one of two ways. Coupled decay is part of the gradient, as if λ/2·w²
 * were added to the loss: g + λ·w. Decoupled decay shrinks the weight itself: w·(1 − rate·λ). Where
 * λ is 0 there is no decay in the formula.
 *
 * @param factor λ
 * @param decoupled whether it leaves the gradient as it is
 */
record WeightDecay(double factor, boolean decoupled) {
  static WeightDecay coupled(double factor) {
    return new WeightDecay(factor, false);
  }

  static WeightDecay decoupled(double factor) {
    return new WeightDecay(factor, true);
  }

  /** The gradient with coupled decay, or as it is. */
  Expr gradient(Expr weight, Expr gradient) {
    return decoupled || factor == 0 ? gradient : gradient.plus(weight.times(factor));
  }

  /** The weight after decoupled decay, or as it is. */
  Expr weight(Expr weight, OptimizerStep step) {
    return decoupled && factor != 0
        ? weight.times(Expr.constant(1).minus(step.rate().times(factor)))
        : weight;
  }
}

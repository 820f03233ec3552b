package dev.kassei.builtins.optimizer;

import dev.kassei.api.OptimizerStep;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Shape;

/**
 * The averaging that takes the place of a schedule (Defazio et al. 2024, algorithm 1). A direction
 * d moves z ← z − rate·d, the mean x ← (1 − c)·x + c·z follows, and the next gradient is taken at y
 * = (1 − β)·z + β·x; the weight in training is y, and that in inference x. Kept is the offset δ = z
 * − y, which begins at 0: δ ← (1 − c)·(δ − β·rate·d), y ← y + c·δ − (1 − β·(1 − c))·rate·d with the
 * old δ, and x = y − (1 − β) / β·δ.
 *
 * @param beta β, how near to the mean gradients are taken
 * @param r the power of the step's number in its share of the mean
 * @param weightRatePower the power of its rate
 */
record Averaging(double beta, double r, double weightRatePower) {
  private static final String OFFSET = "offset";

  /** y after a step in a direction. */
  Expr update(Expr weight, Expr direction, OptimizerStep step) {
    Expr offset = weight.state(OFFSET, 0);
    Expr share = share(weight, step);
    Expr rest = Expr.constant(1).minus(share);
    Expr movement = direction.times(step.rate());
    Expr near = movement.times(beta);
    return weight
        .plus(offset.times(share))
        .minus(movement.minus(near.times(rest)))
        .updating(offset, offset.minus(near).times(rest));
  }

  /** c: the step's part in the sum of all parts. */
  private Expr share(Expr weight, OptimizerStep step) {
    Expr part =
        step.number()
            .power(Expr.constant(r))
            .times(step.rate().power(Expr.constant(weightRatePower)));
    Expr sum = weight.state("share_sum", Shape.SCALAR, 0);
    Expr next = sum.plus(part);
    return Expr.where(next.greaterThan(0), part.over(next), Expr.constant(0)).updating(sum, next);
  }

  /** x. */
  Expr inferenceWeight(Expr weight) {
    return weight.minus(weight.state(OFFSET, 0).times((1 - beta) / beta));
  }
}

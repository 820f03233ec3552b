package dev.kassei.builtins.optimizer;

import dev.kassei.api.Optimizer;
import dev.kassei.api.OptimizerStep;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * Gradients over the root of their mean square: v ← α·v + (1 − α)·g², d = g / (√v + ε), w ← w −
 * rate·d; with momentum μ, b ← μ·b + d and w ← w − rate·b. Centered (Graves 2013), v − m² takes the
 * place of v, where m is the mean gradient; it is at least 0 here, where PyTorch's root of a
 * negative rounding error is NaN. Weight decay is part of the gradient g. ε stands outside the
 * root, as in PyTorch; in TensorFlow it stands inside.
 *
 * @param learningRate the rate before its schedule
 * @param alpha α, the share of the mean square that is kept in a step
 * @param epsilon ε, which bounds the step where gradients vanish
 * @param weightDecay the multiple of the weight that is added to its gradient
 * @param momentum μ, the share of the velocity that is kept in a step
 * @param centered whether the gradient is measured by its variance
 */
@PluginName(value = "rmsprop", title = "RMSprop")
@Reference(
    "Tieleman, Hinton 2012, Neural networks for machine learning, lecture 6.5; Graves 2013,"
        + " arXiv:1308.0850")
public record Rmsprop(
    double learningRate,
    double alpha,
    double epsilon,
    double weightDecay,
    double momentum,
    boolean centered)
    implements Optimizer {
  public Rmsprop() {
    this(0.01, 0.99, 1e-8, 0, 0, false);
  }

  public Rmsprop {
    Hyperparameters.requirePositive("learning_rate", learningRate);
    Hyperparameters.requireShare("alpha", alpha);
    Hyperparameters.requireNotNegative("epsilon", epsilon);
    Hyperparameters.requireNotNegative("weight_decay", weightDecay);
    Hyperparameters.requireNotNegative("momentum", momentum);
  }

  @Override
  public Expr update(Expr weight, Expr gradient, OptimizerStep step) {
    Expr decayed = WeightDecay.coupled(weightDecay).gradient(weight, gradient);
    Expr square = weight.state("square", 0);
    Expr next = Moments.next(square, decayed.square(), alpha);
    Expr measure = centered ? variance(weight, decayed, next) : next;
    Expr direction = decayed.over(measure.sqrt().plus(epsilon));
    Expr velocity = momentum == 0 ? direction : velocity(weight, direction);
    return weight.minus(velocity.times(step.rate())).updating(square, next);
  }

  private Expr variance(Expr weight, Expr gradient, Expr square) {
    Expr mean = weight.state("mean", 0);
    Expr next = Moments.next(mean, gradient, alpha);
    return square.minus(next.square()).max(0).updating(mean, next);
  }

  private Expr velocity(Expr weight, Expr direction) {
    Expr velocity = weight.state("velocity", 0);
    Expr next = velocity.times(momentum).plus(direction);
    return next.updating(velocity, next);
  }
}

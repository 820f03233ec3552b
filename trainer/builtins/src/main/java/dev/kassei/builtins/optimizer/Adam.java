package dev.kassei.builtins.optimizer;

import dev.kassei.api.Optimizer;
import dev.kassei.api.OptimizerStep;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * Gradient descent by running moments: m ← β₁·m + (1 − β₁)·g, v ← β₂·v + (1 − β₂)·g², w ← w −
 * rate·m̂ / (√v̂ + ε) with m̂ = m / (1 − β₁ᵗ) and v̂ = v / (1 − β₂ᵗ) in step t. Weight decay is
 * part of the gradient g. ε stands outside the root, as in the paper and in PyTorch.
 *
 * @param learningRate the rate before its schedule
 * @param beta1 β₁, the share of the mean gradient that is kept in a step
 * @param beta2 β₂, the share of the mean squared gradient that is kept in a step
 * @param epsilon ε, which bounds the step where gradients vanish
 * @param weightDecay the multiple of the weight that is added to its gradient
 */
@PluginName(value = "adam", title = "Adam")
@Reference("Kingma, Ba 2015, Adam: A method for stochastic optimization, arXiv:1412.6980")
public record Adam(
    double learningRate, double beta1, double beta2, double epsilon, double weightDecay)
    implements Optimizer {
  public Adam() {
    this(0.001, 0.9, 0.999, 1e-8, 0);
  }

  public Adam {
    Hyperparameters.requirePositive("learning_rate", learningRate);
    Hyperparameters.requireDecay("beta1", beta1);
    Hyperparameters.requireDecay("beta2", beta2);
    Hyperparameters.requireNotNegative("epsilon", epsilon);
    Hyperparameters.requireNotNegative("weight_decay", weightDecay);
  }

  @Override
  public Expr update(Expr weight, Expr gradient, OptimizerStep step) {
    Expr decayed = weightDecay == 0 ? gradient : gradient.plus(weight.times(weightDecay));
    Expr mean = weight.state("mean", 0);
    Expr square = weight.state("square", 0);
    Expr nextMean = mean.times(beta1).plus(decayed.times(1 - beta1));
    Expr nextSquare = square.times(beta2).plus(decayed.square().times(1 - beta2));
    // the corrections are scalars: the fraction is extended by one, so no moment is divided by them
    Expr root = correction(beta2, step).sqrt();
    Expr rate = step.rate().times(root).over(correction(beta1, step));
    return weight
        .minus(nextMean.times(rate).over(nextSquare.sqrt().plus(root.times(epsilon))))
        .updating(mean, nextMean)
        .updating(square, nextSquare);
  }

  private static Expr correction(double beta, OptimizerStep step) {
    return Expr.constant(1).minus(Expr.constant(beta).power(step.number()));
  }
}

package dev.kassei.builtins.optimizer;

import dev.kassei.api.Optimizer;
import dev.kassei.api.OptimizerStep;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * Adam by the infinity norm: m ← β₁·m + (1 − β₁)·g, u ← max(β₂·u, |g| + ε), w ← w − rate / (1 −
 * β₁ᵗ)·m / u in step t (algorithm 2, without its ε, which is PyTorch's). Weight decay is part of
 * the gradient g.
 *
 * @param learningRate the rate before its schedule
 * @param beta1 β₁, the share of the mean gradient that is kept in a step
 * @param beta2 β₂, the share of the norm that is kept in a step
 * @param epsilon ε, the least norm
 * @param weightDecay the multiple of the weight that is added to its gradient
 */
@PluginName(value = "adamax", title = "AdaMax")
@Reference(
    "Kingma, Ba 2015, Adam: A method for stochastic optimization, section 7.1, arXiv:1412.6980")
public record Adamax(
    double learningRate, double beta1, double beta2, double epsilon, double weightDecay)
    implements Optimizer {
  public Adamax() {
    this(0.002, 0.9, 0.999, 1e-8, 0);
  }

  public Adamax {
    Hyperparameters.requirePositive("learning_rate", learningRate);
    Hyperparameters.requireShare("beta1", beta1);
    Hyperparameters.requireShare("beta2", beta2);
    Hyperparameters.requirePositive("epsilon", epsilon);
    Hyperparameters.requireNotNegative("weight_decay", weightDecay);
  }

  @Override
  public Expr update(Expr weight, Expr gradient, OptimizerStep step) {
    Expr decayed = WeightDecay.coupled(weightDecay).gradient(weight, gradient);
    Expr mean = weight.state("mean", 0);
    Expr norm = weight.state("infinity_norm", 0);
    Expr nextMean = Moments.next(mean, decayed, beta1);
    Expr nextNorm = norm.times(beta2).max(decayed.abs().plus(epsilon));
    Expr rate = step.rate().over(Moments.correction(beta1, step));
    return weight
        .minus(nextMean.times(rate).over(nextNorm))
        .updating(mean, nextMean)
        .updating(norm, nextNorm);
  }
}

package dev.kassei.builtins.optimizer;

import dev.kassei.api.Optimizer;
import dev.kassei.api.OptimizerStep;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * Steps of one size, by the sign of the momentum: w ← w·(1 − rate·λ) − rate·sign(β₁·m + (1 −
 * β₁)·g), and then m ← β₂·m + (1 − β₂)·g (program 1 of the paper). Where the sign is of 0 the
 * weight rests.
 *
 * @param learningRate the rate before its schedule; a third to a tenth of Adam's
 * @param beta1 β₁, the share of the momentum in a step's direction
 * @param beta2 β₂, the share of the momentum that is kept in a step
 * @param weightDecay λ, the share of the weight, times the rate, that goes in a step
 */
@PluginName(value = "lion", title = "Lion")
@Reference(
    "Chen, Liang, Huang, Real, Wang, Pham, Dong, Luong, Hsieh, Lu, Le 2023, Symbolic discovery of"
        + " optimization algorithms, arXiv:2302.06675")
public record Lion(double learningRate, double beta1, double beta2, double weightDecay)
    implements Optimizer {
  public Lion() {
    this(1e-4, 0.9, 0.99, 0);
  }

  public Lion {
    Hyperparameters.requirePositive("learning_rate", learningRate);
    Hyperparameters.requireShare("beta1", beta1);
    Hyperparameters.requireShare("beta2", beta2);
    Hyperparameters.requireNotNegative("weight_decay", weightDecay);
  }

  @Override
  public Expr update(Expr weight, Expr gradient, OptimizerStep step) {
    Expr mean = weight.state("mean", 0);
    Expr direction = Moments.next(mean, gradient, beta1).sign();
    return WeightDecay.decoupled(weightDecay)
        .weight(weight, step)
        .minus(direction.times(step.rate()))
        .updating(mean, Moments.next(mean, gradient, beta2));
  }
}

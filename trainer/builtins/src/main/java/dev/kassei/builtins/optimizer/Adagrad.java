package dev.kassei.builtins.optimizer;

import dev.kassei.api.Optimizer;
import dev.kassei.api.OptimizerStep;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * Steps that shrink with all gradients so far: s ← s + g², w ← w − rate·g / (√(s₀ + s) + ε) in the
 * paper's diagonal form. In step t the rate is divided by 1 + (t − 1)·η, PyTorch's lr_decay. Weight
 * decay is part of the gradient g.
 *
 * @param learningRate the rate before its schedule
 * @param learningRateDecay η, by which the rate falls with the steps
 * @param weightDecay the multiple of the weight that is added to its gradient
 * @param initialAccumulatorValue s₀, the sum of squares before the first step
 * @param epsilon ε, which bounds the step where gradients vanish
 */
@PluginName(value = "adagrad", title = "Adagrad")
@Reference(
    "Duchi, Hazan, Singer 2011, Adaptive subgradient methods for online learning and stochastic"
        + " optimization, JMLR 12")
public record Adagrad(
    double learningRate,
    double learningRateDecay,
    double weightDecay,
    double initialAccumulatorValue,
    double epsilon)
    implements Optimizer {
  public Adagrad() {
    this(0.01, 0, 0, 0, 1e-10);
  }

  public Adagrad {
    Hyperparameters.requirePositive("learning_rate", learningRate);
    Hyperparameters.requireNotNegative("learning_rate_decay", learningRateDecay);
    Hyperparameters.requireNotNegative("weight_decay", weightDecay);
    Hyperparameters.requireNotNegative("initial_accumulator_value", initialAccumulatorValue);
    Hyperparameters.requireNotNegative("epsilon", epsilon);
  }

  @Override
  public Expr update(Expr weight, Expr gradient, OptimizerStep step) {
    Expr decayed = WeightDecay.coupled(weightDecay).gradient(weight, gradient);
    Expr sum = weight.state("sum", 0);
    Expr next = sum.plus(decayed.square());
    Expr fall = step.number().minus(1).times(learningRateDecay).plus(1);
    // not the state's first value, by which lanes would have to agree
    Expr root = next.plus(initialAccumulatorValue).sqrt();
    return weight
        .minus(decayed.times(step.rate().over(fall)).over(root.plus(epsilon)))
        .updating(sum, next);
  }
}

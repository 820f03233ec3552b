package dev.kassei.builtins.optimizer;

import dev.kassei.api.Optimizer;
import dev.kassei.api.OptimizerStep;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * Adam that warms up by itself: the step is w ← w − rate·m̂ while the variance of gradients is not
 * known, about the first five steps, and then Adam's, rectified by a factor that rises to 1
 * (algorithm 2). ε is added to √v̂ before the correction of v, as in PyTorch.
 *
 * @param learningRate the rate before its schedule
 * @param beta1 β₁, the share of the mean gradient that is kept in a step
 * @param beta2 β₂, the share of the mean squared gradient that is kept in a step
 * @param epsilon ε, which bounds the step where gradients vanish
 * @param weightDecay the multiple of the weight that is added to its gradient or decays with it
 * @param decoupledWeightDecay whether weights decay as in AdamW
 */
@PluginName(value = "radam", title = "RAdam")
@Reference(
    "Liu, Jiang, He, Chen, Liu, Gao, Han 2020, On the variance of the adaptive learning rate and"
        + " beyond, arXiv:1908.03265")
public record Radam(
    double learningRate,
    double beta1,
    double beta2,
    double epsilon,
    double weightDecay,
    boolean decoupledWeightDecay)
    implements Optimizer {
  public Radam() {
    this(0.001, 0.9, 0.999, 1e-8, 0, false);
  }

  public Radam {
    Hyperparameters.requireAdam(learningRate, beta1, beta2, epsilon, weightDecay);
  }

  @Override
  public Expr update(Expr weight, Expr gradient, OptimizerStep step) {
    var decay = new WeightDecay(weightDecay, decoupledWeightDecay);
    Expr decayed = decay.gradient(weight, gradient);
    Expr mean = weight.state("mean", 0);
    Expr square = weight.state("square", 0);
    Expr nextMean = Moments.next(mean, decayed, beta1);
    Expr nextSquare = Moments.next(square, decayed.square(), beta2);
    Expr direction = new Rectified(beta1, beta2, epsilon, step).direction(nextMean, nextSquare);
    return decay
        .weight(weight, step)
        .minus(direction.times(step.rate()))
        .updating(mean, nextMean)
        .updating(square, nextSquare);
  }
}

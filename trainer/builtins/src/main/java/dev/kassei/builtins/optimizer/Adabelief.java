package dev.kassei.builtins.optimizer;

import dev.kassei.api.Optimizer;
import dev.kassei.api.OptimizerStep;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * Adam that trusts gradients that are as expected: the mean square is that of what the mean did not
 * foretell, s ← β₂·s + (1 − β₂)·(g − m)² + ε with the new m, and w ← w − rate·m̂ / (√ŝ + ε)
 * (algorithm 2). Rectified, it begins as RAdam does. These are the definitions and defaults of the
 * authors' program adabelief_pytorch 0.2.
 *
 * @param learningRate the rate before its schedule
 * @param beta1 β₁, the share of the mean gradient that is kept in a step
 * @param beta2 β₂, the share of the mean square that is kept in a step
 * @param epsilon ε, the least that is added to the mean square in a step
 * @param weightDecay the share of the weight, times the rate, that goes in a step
 * @param decoupledWeightDecay whether weights decay as in AdamW, rather than by the gradient
 * @param rectify whether the first steps are RAdam's
 */
@PluginName(value = "adabelief", title = "AdaBelief")
@Reference(
    "Zhuang, Tang, Ding, Tatikonda, Dvornek, Papademetris, Duncan 2020, AdaBelief optimizer:"
        + " Adapting stepsizes by the belief in observed gradients, arXiv:2010.07468")
public record Adabelief(
    double learningRate,
    double beta1,
    double beta2,
    double epsilon,
    double weightDecay,
    boolean decoupledWeightDecay,
    boolean rectify)
    implements Optimizer {
  public Adabelief() {
    this(0.001, 0.9, 0.999, 1e-16, 0, true, true);
  }

  public Adabelief {
    Hyperparameters.requirePositive("learning_rate", learningRate);
    Hyperparameters.requireShare("beta1", beta1);
    Hyperparameters.requireShare("beta2", beta2);
    Hyperparameters.requirePositive("epsilon", epsilon);
    Hyperparameters.requireNotNegative("weight_decay", weightDecay);
  }

  @Override
  public Expr update(Expr weight, Expr gradient, OptimizerStep step) {
    var decay = new WeightDecay(weightDecay, decoupledWeightDecay);
    Expr decayed = decay.gradient(weight, gradient);
    Expr mean = weight.state("mean", 0);
    Expr surprise = weight.state("squared_surprise", 0);
    Expr nextMean = Moments.next(mean, decayed, beta1);
    Expr nextSurprise =
        Moments.next(surprise, decayed.minus(nextMean).square(), beta2).plus(epsilon);
    return decay
        .weight(weight, step)
        .minus(direction(nextMean, nextSurprise, step).times(step.rate()))
        .updating(mean, nextMean)
        .updating(surprise, nextSurprise);
  }

  private Expr direction(Expr mean, Expr surprise, OptimizerStep step) {
    if (rectify) {
      return new Rectified(beta1, beta2, epsilon, step).direction(mean, surprise);
    }
    Expr root = surprise.sqrt().over(Moments.correction(beta2, step).sqrt());
    return mean.over(Moments.correction(beta1, step)).over(root.plus(epsilon));
  }
}

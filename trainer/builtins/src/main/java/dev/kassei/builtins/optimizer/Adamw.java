package dev.kassei.builtins.optimizer;

import dev.kassei.api.Optimizer;
import dev.kassei.api.OptimizerStep;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * Adam with decoupled weight decay: w ← w·(1 − rate·λ), and then Adam's step by the gradient alone.
 * In the paper (algorithm 2) the decay is not scaled by the learning rate but by its schedule; in
 * PyTorch and here by both.
 *
 * @param learningRate the rate before its schedule
 * @param beta1 β₁, the share of the mean gradient that is kept in a step
 * @param beta2 β₂, the share of the mean squared gradient that is kept in a step
 * @param epsilon ε, which bounds the step where gradients vanish
 * @param weightDecay λ, the share of the weight, times the rate, that goes in a step
 * @param amsgrad whether steps are measured by the greatest mean square so far
 */
@PluginName(value = "adamw", title = "AdamW")
@Reference("Loshchilov, Hutter 2019, Decoupled weight decay regularization, arXiv:1711.05101")
public record Adamw(
    double learningRate,
    double beta1,
    double beta2,
    double epsilon,
    double weightDecay,
    boolean amsgrad)
    implements Optimizer {
  public Adamw() {
    this(0.001, 0.9, 0.999, 1e-8, 0.01, false);
  }

  public Adamw {
    Hyperparameters.requireAdam(learningRate, beta1, beta2, epsilon, weightDecay);
  }

  @Override
  public Expr update(Expr weight, Expr gradient, OptimizerStep step) {
    Expr decayed = WeightDecay.decoupled(weightDecay).weight(weight, step);
    return new Adam(learningRate, beta1, beta2, epsilon, 0, amsgrad)
        .update(decayed, gradient, step);
  }
}

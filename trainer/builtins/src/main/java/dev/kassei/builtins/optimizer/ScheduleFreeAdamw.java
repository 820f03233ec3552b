package dev.kassei.builtins.optimizer;

import dev.kassei.api.Optimizer;
import dev.kassei.api.OptimizerStep;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * AdamW whose weights in inference are a running mean x, so that it needs no schedule: z ← z −
 * rate·(g / (√v̂ + ε) + λ·y) with v ← β₂·v + (1 − β₂)·g², x ← (1 − c)·x + c·z with c = tʳ·rateᵖ / Σ
 * tʳ·rateᵖ in step t, and the gradient g is taken at y = (1 − β₁)·z + β₁·x. Evaluation, predictions
 * and saved weights are those of x. The correction of v is part of v̂, as in the authors' program
 * since version 1.3, where the paper (algorithm 1) has it in the rate. Warm up by the schedule
 * warmup.
 *
 * @param learningRate the rate; one to ten times that of AdamW
 * @param beta1 β₁, how near to the mean gradients are taken
 * @param beta2 β₂, the share of the mean squared gradient that is kept in a step
 * @param epsilon ε, which bounds the step where gradients vanish
 * @param weightDecay λ, the share of the weight, times the rate, that goes in a step
 * @param r the power of the step's number in its share of the mean
 * @param weightRatePower p, the power of the step's rate in its share of the mean
 */
@PluginName(value = "schedule_free_adamw", title = "Schedule-Free AdamW")
@Reference(
    "Defazio, Yang, Mehta, Mishchenko, Khaled, Cutkosky 2024, The road less scheduled,"
        + " arXiv:2405.15682")
public record ScheduleFreeAdamw(
    double learningRate,
    double beta1,
    double beta2,
    double epsilon,
    double weightDecay,
    double r,
    double weightRatePower)
    implements Optimizer {
  public ScheduleFreeAdamw() {
    this(0.0025, 0.9, 0.999, 1e-8, 0, 0, 2);
  }

  public ScheduleFreeAdamw {
    Hyperparameters.requirePositive("learning_rate", learningRate);
    Hyperparameters.requireInnerShare("beta1", beta1);
    Hyperparameters.requireShare("beta2", beta2);
    Hyperparameters.requireNotNegative("epsilon", epsilon);
    Hyperparameters.requireNotNegative("weight_decay", weightDecay);
    Hyperparameters.requireNotNegative("r", r);
    Hyperparameters.requireNotNegative("weight_rate_power", weightRatePower);
  }

  @Override
  public Expr update(Expr weight, Expr gradient, OptimizerStep step) {
    Expr square = weight.state("square", 0);
    Expr next = Moments.next(square, gradient.square(), beta2);
    Expr root = next.over(Moments.correction(beta2, step)).sqrt();
    Expr direction = gradient.over(root.plus(epsilon));
    Expr decayed = WeightDecay.coupled(weightDecay).gradient(weight, direction);
    return averaging().update(weight, decayed, step).updating(square, next);
  }

  @Override
  public Expr inferenceWeight(Expr weight) {
    return averaging().inferenceWeight(weight);
  }

  private Averaging averaging() {
    return new Averaging(beta1, r, weightRatePower);
  }
}

package dev.kassei.builtins.optimizer;

import dev.kassei.api.Optimizer;
import dev.kassei.api.OptimizerStep;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * SGD whose weights in inference are a running mean x, so that it needs no schedule: z ← z −
 * rate·g, x ← (1 − c)·x + c·z with c = tʳ·rateᵖ / Σ tʳ·rateᵖ in step t, and the gradient g is taken
 * at y = (1 − μ)·z + μ·x (algorithm 1). Evaluation, predictions and saved weights are those of x.
 * Weight decay is part of the gradient, at y. Warm up by the schedule warmup.
 *
 * @param learningRate the rate; ten times that of SGD with momentum 0.9
 * @param momentum μ, how near to the mean gradients are taken
 * @param weightDecay the multiple of the weight that is added to its gradient
 * @param r the power of the step's number in its share of the mean
 * @param weightRatePower p, the power of the step's rate in its share of the mean
 */
@PluginName(value = "schedule_free_sgd", title = "Schedule-Free SGD")
@Reference(
    "Defazio, Yang, Mehta, Mishchenko, Khaled, Cutkosky 2024, The road less scheduled,"
        + " arXiv:2405.15682")
public record ScheduleFreeSgd(
    double learningRate, double momentum, double weightDecay, double r, double weightRatePower)
    implements Optimizer {
  public ScheduleFreeSgd() {
    this(1, 0.9, 0, 0, 2);
  }

  public ScheduleFreeSgd {
    Hyperparameters.requirePositive("learning_rate", learningRate);
    Hyperparameters.requireInnerShare("momentum", momentum);
    Hyperparameters.requireNotNegative("weight_decay", weightDecay);
    Hyperparameters.requireNotNegative("r", r);
    Hyperparameters.requireNotNegative("weight_rate_power", weightRatePower);
  }

  @Override
  public Expr update(Expr weight, Expr gradient, OptimizerStep step) {
    Expr decayed = WeightDecay.coupled(weightDecay).gradient(weight, gradient);
    return averaging().update(weight, decayed, step);
  }

  @Override
  public Expr inferenceWeight(Expr weight) {
    return averaging().inferenceWeight(weight);
  }

  private Averaging averaging() {
    return new Averaging(momentum, r, weightRatePower);
  }
}

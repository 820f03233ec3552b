package dev.kassei.builtins.optimizer;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.api.Optimizer;
import dev.kassei.api.OptimizerStep;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Shape;

/**
 * Adam without momentum, in little memory: of a matrix only the mean squares r of its rows and c of
 * its columns are kept, and v = r·c / mean(r). The share 1 − β₂ of step t is t^γ, steps are scaled
 * by max(ε₂, RMS(w))·min(rate, 1/√t), and an update whose root mean square is above d is scaled
 * down to it (algorithms 4 to 6 of the paper in PyTorch's form). Vectors keep all of v. Weight
 * decay is decoupled.
 *
 * @param learningRate the greatest relative size of a step, before its schedule
 * @param beta2Decay γ, the exponent by which less and less of a step enters the mean squares
 * @param epsilon1 ε₁, whose square is the least v; PyTorch's is 1.2e-7 in float32
 * @param epsilon2 ε₂, the least scale of a parameter
 * @param clipThreshold d, the greatest root mean square of an update before it is scaled
 * @param weightDecay the share of the weight, times the rate, that goes in a step
 */
@PluginName(value = "adafactor", title = "Adafactor")
@Reference(
    "Shazeer, Stern 2018, Adafactor: Adaptive learning rates with sublinear memory cost,"
        + " arXiv:1804.04235")
public record Adafactor(
    double learningRate,
    double beta2Decay,
    double epsilon1,
    double epsilon2,
    double clipThreshold,
    double weightDecay)
    implements Optimizer {
  public Adafactor() {
    this(0.01, -0.8, Math.ulp(1.0), 1e-3, 1, 0);
  }

  public Adafactor {
    Hyperparameters.requirePositive("learning_rate", learningRate);
    requireFinite("beta2_decay", beta2Decay);
    require(beta2Decay <= 0, "beta2_decay must not be positive but was %s", beta2Decay);
    Hyperparameters.requirePositive("epsilon1", epsilon1);
    Hyperparameters.requireNotNegative("epsilon2", epsilon2);
    requireFinite("clip_threshold", clipThreshold);
    require(clipThreshold >= 1, "clip_threshold must be at least 1 but was %s", clipThreshold);
    Hyperparameters.requireNotNegative("weight_decay", weightDecay);
  }

  @Override
  public Expr update(Expr weight, Expr gradient, OptimizerStep step) {
    Expr share = step.number().power(Expr.constant(beta2Decay));
    Expr square =
        isMatrix(weight.shape())
            ? factored(weight, gradient.square(), share)
            : running(weight, "square", gradient.square(), share);
    Expr update = gradient.over(square.max(epsilon1 * epsilon1).sqrt());
    Expr clipped = update.over(rootMeanSquare(update).over(clipThreshold).max(1));
    Expr relative = step.rate().min(Expr.constant(1).over(step.number().sqrt()));
    Expr scale = rootMeanSquare(weight).max(epsilon2).times(relative);
    return WeightDecay.decoupled(weightDecay).weight(weight, step).minus(clipped.times(scale));
  }

  private static boolean isMatrix(Shape shape) {
    return shape.rows().count() > 1 && shape.columns() > 1;
  }

  private Expr factored(Expr weight, Expr squares, Expr share) {
    Expr rows = running(weight, "row_square", squares.rowMean(), share);
    Expr columns = running(weight, "column_square", squares.columnMean(), share);
    return rows.times(columns).over(rows.mean().max(epsilon1));
  }

  private static Expr running(Expr weight, String slot, Expr value, Expr share) {
    Expr mean = weight.state(slot, value.shape(), 0);
    Expr next = mean.plus(value.minus(mean).times(share));
    return next.updating(mean, next);
  }

  private static Expr rootMeanSquare(Expr value) {
    return value.square().mean().sqrt();
  }
}

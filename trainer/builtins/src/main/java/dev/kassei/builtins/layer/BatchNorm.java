package dev.kassei.builtins.layer;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Layer;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Shape;
import java.math.BigDecimal;

/**
 * Batch normalization: (x − mean) / √(variance + ε) · weight + bias for each column. In training
 * mean and variance are those of the mini-batch, over rows and positions, and running ones follow
 * them; in inference the running ones are taken.
 *
 * <p>The running variance follows the variance with n − 1 in the denominator, as PyTorch's does. A
 * mini-batch of a single value has no variance and leaves the running ones as they are.
 *
 * @param epsilon what is added to the variance
 * @param momentum the share of the mini-batch in the running mean and variance, as PyTorch's; 1 −
 *     that of Keras and Flax
 * @param affine whether there are weight and bias
 */
@PluginName(value = "batch_norm", title = "Batch normalization")
@Reference(
    "Ioffe, Szegedy 2015, Batch normalization: accelerating deep network training by reducing"
        + " internal covariate shift, arXiv:1502.03167")
public record BatchNorm(double epsilon, double momentum, boolean affine) implements Layer {
  /** From here on it can only be meant as the share that the running values keep. */
  private static final double LEAST_DECAY = 0.9;

  public BatchNorm() {
    this(1e-5, 0.1, true);
  }

  public BatchNorm {
    Affine.requireEpsilon(epsilon);
    require(
        momentum > 0 && momentum <= 1,
        "momentum, the share of the mini-batch, must be above 0 and at most 1 but was %s",
        momentum);
    require(
        momentum < LEAST_DECAY || momentum == 1,
        "momentum is the share of the mini-batch, as PyTorch's, but was %s; what Keras and Flax call"
            + " momentum %s is %s here",
        momentum,
        momentum,
        BigDecimal.ONE.subtract(BigDecimal.valueOf(momentum)).stripTrailingZeros().toPlainString());
  }

  @Override
  public Expr apply(Expr x) {
    Shape row = Shape.fixed(1, x.width());
    Expr runningMean = x.state("running_mean", row, 0);
    Expr runningVariance = x.state("running_var", row, 1);
    Expr mean = x.columnMean();
    Expr centred = x.minus(mean);
    Expr variance = centred.square().columnMean();
    Expr training =
        scaled(centred, variance)
            .updating(runningMean, moved(x, runningMean, mean))
            .updating(runningVariance, moved(x, runningVariance, unbiased(x, variance)));
    Expr y = training.byMode(scaled(x.minus(runningMean), runningVariance));
    return affine ? y.plus(Affine.bias(x)) : y;
  }

  private Expr scaled(Expr centred, Expr variance) {
    Expr one = affine ? Affine.weight(centred) : Expr.constant(1);
    return centred.times(one.over(variance.plus(epsilon).sqrt()));
  }

  private static Expr unbiased(Expr x, Expr variance) {
    Expr values = x.rowCount();
    return variance.times(values.over(values.minus(1).max(1)));
  }

  /** The running value after a step; it stays if the mini-batch has one value. */
  private Expr moved(Expr x, Expr running, Expr value) {
    Expr share = x.rowCount().minus(1).min(1).times(momentum);
    return running.plus(value.minus(running).times(share));
  }
}

package dev.kassei.builtins.optimizer;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Optimizer;
import dev.kassei.api.OptimizerStep;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Shape;

/**
 * Momentum made orthogonal: of a matrix, m ← μ·m + (1 − μ)·g, and w ← w·(1 − rate·λ) − rate·s·O,
 * where O is the nearest orthogonal matrix to (1 − μ)·g + μ·m, or to m without Nesterov's momentum.
 * O is found by Newton and Schulz's iteration X ← a·X + b·(X·Xᵀ)·X + c·(X·Xᵀ)²·X from X = M / (‖M‖
 * + ε), which leaves singular values between about 0.7 and 1.2. Vectors, such as biases, are left
 * to another optimizer, whose learning rate follows the schedule. PyTorch and the authors leave
 * embeddings and the output layer to it, too; here every matrix is made orthogonal.
 *
 * @param learningRate the rate before its schedule
 * @param weightDecay λ, the share of the weight, times the rate, that goes in a step
 * @param momentum μ, the share of the momentum that is kept in a step
 * @param nesterov whether the gradient is added to the momentum once more
 * @param epsilon ε, for gradients of 0
 * @param newtonSchulzSteps how often X is iterated
 * @param rateAdjustment s, by which the rate depends on the shape
 * @param vectors what updates parameters of one row or column
 */
@PluginName(value = "muon", title = "Muon")
@Reference(
    "Jordan, Jin, Boza, You, Cesista, Newhouse, Bernstein 2024, Muon: An optimizer for hidden"
        + " layers in neural networks")
public record Muon(
    double learningRate,
    double weightDecay,
    double momentum,
    boolean nesterov,
    double epsilon,
    int newtonSchulzSteps,
    RateAdjustment rateAdjustment,
    Optimizer vectors)
    implements Optimizer {
  /** The factor of the rate by the shape of the weight, in × out. */
  public enum RateAdjustment {
    /** √max(1, out / in), the authors'. */
    ORIGINAL,
    /** 0.2·√max(in, out), by which updates are about as large as AdamW's. */
    MATCH_RMS_ADAMW;

    double of(Shape shape) {
      double in = shape.rows().count();
      double out = shape.columns();
      return this == ORIGINAL
          ? Math.sqrt(Math.max(1, out / in))
          : 0.2 * Math.sqrt(Math.max(in, out));
    }
  }

  /** The coefficients a, b and c. */
  private static final double[] QUINTIC = {3.4445, -4.7750, 2.0315};

  public Muon() {
    this(
        0.001,
        0.1,
        0.95,
        true,
        1e-7,
        5,
        RateAdjustment.ORIGINAL,
        new Adamw(3e-4, 0.9, 0.95, 1e-10, 0, false));
  }

  public Muon {
    Hyperparameters.requirePositive("learning_rate", learningRate);
    Hyperparameters.requireNotNegative("weight_decay", weightDecay);
    Hyperparameters.requireShare("momentum", momentum);
    Hyperparameters.requirePositive("epsilon", epsilon);
    require(
        newtonSchulzSteps > 0 && newtonSchulzSteps <= 20,
        "newton_schulz_steps must be from 1 to 20 but was %s",
        newtonSchulzSteps);
  }

  @Override
  public Expr update(Expr weight, Expr gradient, OptimizerStep step) {
    Shape shape = weight.shape();
    if (isVector(shape)) {
      Expr rate = step.rate().times(vectors.learningRate() / learningRate);
      return vectors.update(weight, gradient, step.withRate(rate));
    }
    Expr mean = weight.state("mean", 0);
    Expr next = Moments.next(mean, gradient, momentum);
    Expr direction = nesterov ? Moments.next(next, gradient, momentum) : next;
    Expr rate = step.rate().times(rateAdjustment.of(shape));
    return WeightDecay.decoupled(weightDecay)
        .weight(weight, step)
        .minus(orthogonal(direction).times(rate))
        .updating(mean, next);
  }

  @Override
  public Expr inferenceWeight(Expr weight) {
    return isVector(weight.shape()) ? vectors.inferenceWeight(weight) : weight;
  }

  private static boolean isVector(Shape shape) {
    return shape.rows().count() == 1 || shape.columns() == 1;
  }

  private Expr orthogonal(Expr matrix) {
    Expr x = matrix.over(matrix.square().sum().sqrt().plus(epsilon));
    boolean isWide = matrix.shape().rows().count() <= matrix.width();
    for (int i = 0; i < newtonSchulzSteps; i++) {
      x = isWide ? iterated(x) : iteratedTall(x);
    }
    return x;
  }

  private static Expr iterated(Expr x) {
    Expr product = x.matmulTransposed(x);
    return x.times(QUINTIC[0]).plus(polynomial(product).matmul(x));
  }

  /** The same by the smaller product, Xᵀ·X. */
  private static Expr iteratedTall(Expr x) {
    Expr product = x.transposedMatmul(x);
    return x.times(QUINTIC[0]).plus(x.matmul(polynomial(product)));
  }

  private static Expr polynomial(Expr product) {
    return product.times(QUINTIC[1]).plus(product.matmul(product).times(QUINTIC[2]));
  }
}

package dev.kassei.builtins.optimizer;

import dev.kassei.api.Optimizer;
import dev.kassei.api.OptimizerStep;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * Gradient descent by running moments: m ← β₁·m + (1 − β₁)·g, v ← β₂·v + (1 − β₂)·g², w ← w −
 * rate·m̂ / (√v̂ + ε) with m̂ = m / (1 − β₁ᵗ) and v̂ = v / (1 − β₂ᵗ) in step t. Weight decay is
 * part of the gradient g. ε stands outside the root, as in the paper and in PyTorch. With AMSGrad
 * (Reddi et al. 2018) the greatest v so far takes the place of v, and is corrected, as in PyTorch.
 *
 * @param learningRate the rate before its schedule
 * @param beta1 β₁, the share of the mean gradient that is kept in a step
 * @param beta2 β₂, the share of the mean squared gradient that is kept in a step
 * @param epsilon ε, which bounds the step where gradients vanish
 * @param weightDecay the multiple of the weight that is added to its gradient
 * @param amsgrad whether steps are measured by the greatest mean square so far
 */
@PluginName(value = "adam", title = "Adam")
@Reference("Kingma, Ba 2015, Adam: A method for stochastic optimization, arXiv:1412.6980")
public record Adam(
    double learningRate,
    double beta1,
    double beta2,
    double epsilon,
    double weightDecay,
    boolean amsgrad)
    implements Optimizer {
  public Adam() {
    this(0.001, 0.9, 0.999, 1e-8, 0, false);
  }

  public Adam {
    Hyperparameters.requireAdam(learningRate, beta1, beta2, epsilon, weightDecay);
  }

  @Override
  public Expr update(Expr weight, Expr gradient, OptimizerStep step) {
    Expr decayed = WeightDecay.coupled(weightDecay).gradient(weight, gradient);
    Expr mean = weight.state("mean", 0);
    Expr square = weight.state("square", 0);
    Expr nextMean = Moments.next(mean, decayed, beta1);
    Expr nextSquare = Moments.next(square, decayed.square(), beta2);
    // the corrections are scalars: the fraction is extended by one, so no moment is divided by them
    Expr root = Moments.correction(beta2, step).sqrt();
    Expr rate = step.rate().times(root).over(Moments.correction(beta1, step));
    Expr measure = measure(weight, nextSquare).sqrt().plus(root.times(epsilon));
    return weight
        .minus(nextMean.times(rate).over(measure))
        .updating(mean, nextMean)
        .updating(square, nextSquare);
  }

  private Expr measure(Expr weight, Expr square) {
    if (!amsgrad) {
      return square;
    }
    Expr greatest = weight.state("greatest_square", 0);
    Expr next = greatest.max(square);
    return next.updating(greatest, next);
  }
}

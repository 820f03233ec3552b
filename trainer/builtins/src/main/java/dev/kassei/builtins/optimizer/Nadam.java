package dev.kassei.builtins.optimizer;

import dev.kassei.api.Optimizer;
import dev.kassei.api.OptimizerStep;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Shape;

/**
 * Adam with Nesterov's momentum: m and v as in Adam, μₜ = β₁·(1 − ½·0.96^(t·ψ)), w ← w − rate·((1 −
 * μₜ) / (1 − Πμᵢ)·g + μₜ₊₁ / (1 − Πμᵢ·μₜ₊₁)·m) / (√v̂ + ε) in step t, with the product over all
 * steps up to it (the paper's algorithm 8 with its schedule of momentum, in PyTorch's form).
 *
 * @param learningRate the rate before its schedule
 * @param beta1 β₁, the momentum in the end
 * @param beta2 β₂, the share of the mean squared gradient that is kept in a step
 * @param epsilon ε, which bounds the step where gradients vanish
 * @param weightDecay the multiple of the weight that is added to its gradient or decays with it
 * @param momentumDecay ψ, how fast the momentum rises to β₁
 * @param decoupledWeightDecay whether weights decay as in AdamW
 */
@PluginName(value = "nadam", title = "NAdam")
@Reference("Dozat 2016, Incorporating Nesterov momentum into Adam, ICLR workshop")
public record Nadam(
    double learningRate,
    double beta1,
    double beta2,
    double epsilon,
    double weightDecay,
    double momentumDecay,
    boolean decoupledWeightDecay)
    implements Optimizer {
  public Nadam() {
    this(0.002, 0.9, 0.999, 1e-8, 0, 0.004, false);
  }

  public Nadam {
    Hyperparameters.requireAdam(learningRate, beta1, beta2, epsilon, weightDecay);
    Hyperparameters.requireNotNegative("momentum_decay", momentumDecay);
  }

  @Override
  public Expr update(Expr weight, Expr gradient, OptimizerStep step) {
    var decay = new WeightDecay(weightDecay, decoupledWeightDecay);
    Expr decayed = decay.gradient(weight, gradient);
    Expr mean = weight.state("mean", 0);
    Expr square = weight.state("square", 0);
    Expr product = weight.state("momentum_product", Shape.SCALAR, 1);
    Expr nextMean = Moments.next(mean, decayed, beta1);
    Expr nextSquare = Moments.next(square, decayed.square(), beta2);
    Expr momentum = momentum(step.number());
    Expr following = momentum(step.number().plus(1));
    Expr nextProduct = product.times(momentum);
    Expr now = decayed.times(share(one().minus(momentum), nextProduct, step));
    Expr ahead = nextMean.times(share(following, nextProduct.times(following), step));
    Expr root = nextSquare.over(Moments.correction(beta2, step)).sqrt();
    return decay
        .weight(weight, step)
        .minus(now.plus(ahead).over(root.plus(epsilon)))
        .updating(mean, nextMean)
        .updating(square, nextSquare)
        .updating(product, nextProduct);
  }

  private static Expr one() {
    return Expr.constant(1);
  }

  /** μ of a step. */
  private Expr momentum(Expr number) {
    Expr rest = Expr.constant(0.96).power(number.times(momentumDecay));
    return one().minus(rest.times(0.5)).times(beta1);
  }

  private static Expr share(Expr part, Expr product, OptimizerStep step) {
    return step.rate().times(part).over(one().minus(product));
  }
}

package dev.kassei.builtins.loss;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Loss;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.Target;
import dev.kassei.api.expr.Expr;

/**
 * The absolute error, rounded off where it is small (Girshick 2015): e² / (2 · beta) for |e| ≤
 * beta, else |e| − beta / 2, of each row the mean over its columns. It is {@code huber} with delta
 * = beta, divided by beta.
 *
 * @param beta the error from which on the loss is linear
 */
@PluginName(value = "smooth_l1", title = "Smooth L1")
@Reference("Girshick 2015, Fast R-CNN, arXiv:1504.08083")
public record SmoothL1(double beta) implements Loss {
  public SmoothL1() {
    this(1);
  }

  public SmoothL1 {
    require(beta > 0 && Double.isFinite(beta), "beta must be positive and finite but was %s", beta);
  }

  @Override
  public Expr apply(Expr prediction, Expr target) {
    Expr errors = NumberTargets.errors(prediction, target, "smooth_l1");
    return Huber.of(errors, beta).over(beta).rowMean();
  }

  @Override
  public int outputs(Target target) {
    return NumberTargets.outputs(target);
  }

  @Override
  public boolean prefersNumbers() {
    return true;
  }
}

package dev.kassei.builtins.loss;

import dev.kassei.api.Loss;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.Target;
import dev.kassei.api.expr.Expr;

/**
 * The squared error, of each row the mean over its columns: Σⱼ (yⱼ − tⱼ)² / columns. A class is
 * learned as the number 0 or 1 in one column, or as 1 in its own column among zeros.
 */
@PluginName(value = "mse", title = "Mean squared error")
@Reference("Legendre 1805, Nouvelles méthodes pour la détermination des orbites des comètes")
public record MeanSquaredError() implements Loss {
  @Override
  public Expr apply(Expr prediction, Expr target) {
    return NumberTargets.errors(prediction, target, "mse").square().rowMean();
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

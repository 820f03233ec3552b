package dev.kassei.builtins.loss;

import dev.kassei.api.Loss;
import dev.kassei.api.PluginName;
import dev.kassei.api.Target;
import dev.kassei.api.expr.Expr;

/**
 * The absolute error, of each row the mean over its columns: Σⱼ |yⱼ − tⱼ| / columns; PyTorch's
 * L1Loss. Its derivative where prediction and target are equal is 0.
 */
@PluginName(value = "mae", title = "Mean absolute error")
public record MeanAbsoluteError() implements Loss {
  @Override
  public Expr apply(Expr prediction, Expr target) {
    return NumberTargets.errors(prediction, target, "mae").abs().rowMean();
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

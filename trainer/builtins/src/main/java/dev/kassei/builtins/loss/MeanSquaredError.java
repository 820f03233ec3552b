package dev.kassei.builtins.loss;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Loss;
import dev.kassei.api.PluginName;
import dev.kassei.api.Target;
import dev.kassei.api.expr.Expr;

/**
 * The squared error, of each row the mean over its columns: Σⱼ (yⱼ − tⱼ)² / columns. A class is
 * learned as the number 0 or 1 in one column, or as 1 in its own column among zeros.
 */
@PluginName(value = "mse", title = "Mean squared error")
public record MeanSquaredError() implements Loss {
  @Override
  public Expr apply(Expr prediction, Expr target) {
    return prediction.minus(expected(target, prediction.width())).square().rowMean();
  }

  @Override
  public int outputs(Target target) {
    return target.isClasses() && target.classes().size() > 2
        ? target.classes().size()
        : target.columns();
  }

  @Override
  public boolean prefersNumbers() {
    return true;
  }

  private static Expr expected(Expr target, int columns) {
    boolean oneHot = target.width() == 1 && columns > 1;
    require(
        oneHot || target.width() == columns,
        "mse compares column by column, but the prediction has %s columns and the target %s",
        columns,
        target.width());
    return oneHot ? target.oneHot(columns) : target;
  }
}

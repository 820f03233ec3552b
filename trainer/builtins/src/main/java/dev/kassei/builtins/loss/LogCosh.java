package dev.kassei.builtins.loss;

import dev.kassei.api.Loss;
import dev.kassei.api.PluginName;
import dev.kassei.api.Target;
import dev.kassei.api.expr.Expr;

/**
 * log cosh(e) of the error e, of each row the mean over its columns: about e² / 2 for small errors
 * and |e| − log 2 for large ones. It is computed as |e| + softplus(−2|e|) − log 2, which does not
 * overflow.
 */
@PluginName(value = "log_cosh", title = "Log-cosh")
public record LogCosh() implements Loss {
  private static final double LOG_2 = 0.6931471805599453;

  @Override
  public Expr apply(Expr prediction, Expr target) {
    Expr size = NumberTargets.errors(prediction, target, "log_cosh").abs();
    return size.plus(size.times(-2).softplus()).minus(LOG_2).rowMean();
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

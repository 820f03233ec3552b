package dev.kassei.builtins.loss;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Loss;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.Target;
import dev.kassei.api.expr.Expr;

/**
 * The pinball loss, whose minimum is a quantile (Koenker and Bassett 1978): max(q · (t − y), (q −
 * 1) · (t − y)), of each row the mean over its columns. At 0.5 it is half the absolute error.
 *
 * @param quantile the share q of targets that shall lie below the prediction
 */
@PluginName(value = "quantile", title = "Quantile")
@Reference("Koenker, Bassett 1978, Regression quantiles, doi:10.2307/1913643")
public record Quantile(double quantile) implements Loss {
  public Quantile() {
    this(0.5);
  }

  public Quantile {
    require(quantile > 0 && quantile < 1, "quantile must be between 0 and 1 but was %s", quantile);
  }

  @Override
  public Expr apply(Expr prediction, Expr target) {
    Expr missing = NumberTargets.errors(prediction, target, "quantile").negate();
    return missing.times(quantile).max(missing.times(quantile - 1)).rowMean();
  }

  @Override
  public int outputs(Target target) {
    return NumberTargets.outputsWithoutClasses(target, "quantile");
  }

  @Override
  public boolean prefersNumbers() {
    return true;
  }
}

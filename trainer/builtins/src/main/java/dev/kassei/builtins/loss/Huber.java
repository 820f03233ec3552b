package dev.kassei.builtins.loss;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Loss;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.Target;
import dev.kassei.api.expr.Expr;

/**
 * Half the squared error where it is small, and linear beyond (Huber 1964): e² / 2 for |e| ≤ delta,
 * else delta · (|e| − delta / 2), of each row the mean over its columns.
 *
 * @param delta the error from which on the loss is linear
 */
@PluginName(value = "huber", title = "Huber")
@Reference("Huber 1964, Robust estimation of a location parameter, doi:10.1214/aoms/1177703732")
public record Huber(double delta) implements Loss {
  public Huber() {
    this(1);
  }

  public Huber {
    require(
        delta > 0 && Double.isFinite(delta), "delta must be positive and finite but was %s", delta);
  }

  @Override
  public Expr apply(Expr prediction, Expr target) {
    return of(NumberTargets.errors(prediction, target, "huber"), delta).rowMean();
  }

  /** The loss of each error: c · (|e| − c / 2), where c is |e| but no more than delta. */
  static Expr of(Expr errors, double delta) {
    Expr size = errors.abs();
    Expr clipped = size.min(delta);
    return clipped.times(size.minus(clipped.times(0.5)));
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

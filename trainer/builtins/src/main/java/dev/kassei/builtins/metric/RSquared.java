package dev.kassei.builtins.metric;

import dev.kassei.api.Metric;
import dev.kassei.api.PluginName;
import dev.kassei.api.Predictions;
import dev.kassei.api.Target;

/**
 * The coefficient of determination, 1 − Σ(y − t)² / Σ(t − t̄)²: 1 for a perfect prediction, 0 for
 * one as good as the mean t̄ of the targets. Of several columns it is the mean; it is NaN where all
 * targets of a column are the same.
 */
@PluginName(value = "r2", title = "R²")
public record RSquared() implements Metric {
  @Override
  public double value(Predictions predictions) {
    int columns = predictions.outputs();
    double sum = 0;
    for (int column = 0; column < columns; column++) {
      sum += ofColumn(predictions, column);
    }
    return sum / columns;
  }

  @Override
  public double best() {
    return 1;
  }

  @Override
  public boolean isDefault() {
    return true;
  }

  @Override
  public boolean suits(Target target) {
    return !target.isClasses();
  }

  private static double ofColumn(Predictions predictions, int column) {
    double mean = mean(predictions, column);
    double errors = 0;
    double deviations = 0;
    for (int i = column; i < predictions.targets().length; i += predictions.outputs()) {
      double target = predictions.targets()[i];
      double error = predictions.values()[i] - target;
      errors += error * error;
      deviations += (target - mean) * (target - mean);
    }
    return deviations == 0 ? Double.NaN : 1 - errors / deviations;
  }

  private static double mean(Predictions predictions, int column) {
    double sum = 0;
    for (int i = column; i < predictions.targets().length; i += predictions.outputs()) {
      sum += predictions.targets()[i];
    }
    return sum / predictions.rows();
  }
}

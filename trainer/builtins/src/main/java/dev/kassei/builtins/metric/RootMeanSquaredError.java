package dev.kassei.builtins.metric;

import dev.kassei.api.Metric;
import dev.kassei.api.PluginName;
import dev.kassei.api.Predictions;
import dev.kassei.api.Target;

/**
 * The root of the mean squared error, in units of the target: √(Σ (y − t)² / rows). Of several
 * columns it is the mean.
 */
@PluginName(value = "rmse", title = "Root mean squared error")
public record RootMeanSquaredError() implements Metric {
  @Override
  public boolean higherIsBetter() {
    return false;
  }

  @Override
  public double value(Predictions predictions) {
    int columns = predictions.outputs();
    double sum = 0;
    for (int column = 0; column < columns; column++) {
      sum += ofColumn(predictions, column);
    }
    return sum / columns;
  }

  private static double ofColumn(Predictions predictions, int column) {
    double squares = 0;
    for (int i = column; i < predictions.targets().length; i += predictions.outputs()) {
      double error = predictions.values()[i] - predictions.targets()[i];
      squares += error * error;
    }
    return Math.sqrt(squares / predictions.rows());
  }

  @Override
  public double best() {
    return 0;
  }

  @Override
  public boolean suits(Target target) {
    return !target.isClasses();
  }
}

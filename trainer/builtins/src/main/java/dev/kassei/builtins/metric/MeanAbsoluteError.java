package dev.kassei.builtins.metric;

import dev.kassei.api.Metric;
import dev.kassei.api.PluginName;
import dev.kassei.api.Predictions;
import dev.kassei.api.Target;

/** The mean of |prediction − target| over all rows and columns, in units of the target. */
@PluginName(value = "mean_absolute_error", title = "Mean absolute error", aliases = "mae")
public record MeanAbsoluteError() implements Metric {
  @Override
  public boolean higherIsBetter() {
    return false;
  }

  @Override
  public double value(Predictions predictions) {
    double[] values = predictions.values();
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += Math.abs(values[i] - predictions.targets()[i]);
    }
    return sum / values.length;
  }

  @Override
  public double best() {
    return 0;
  }

  @Override
  public boolean isDefault() {
    return true;
  }

  @Override
  public boolean suits(Target target) {
    return !target.isClasses();
  }
}

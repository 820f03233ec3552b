package dev.kassei.builtins.metric;

import dev.kassei.api.Metric;
import dev.kassei.api.PluginName;
import dev.kassei.api.Predictions;
import dev.kassei.api.Target;

/**
 * The mean of −log p over all rows, where p is the probability predicted for the row's class. As in
 * scikit-learn, probabilities are kept 2⁻⁵² away from 0 and 1, and those of a row sum to 1.
 */
@PluginName(value = "log_loss", title = "Log loss")
public record LogLoss() implements Metric {
  private static final double EPSILON = 0x1p-52;

  @Override
  public boolean higherIsBetter() {
    return false;
  }

  @Override
  public double value(Predictions predictions) {
    double sum = 0;
    for (int row = 0; row < predictions.rows(); row++) {
      sum -= StrictMath.log(probability(predictions, row));
    }
    return sum / predictions.rows();
  }

  private static double probability(Predictions predictions, int row) {
    int truth = (int) predictions.targets()[row];
    if (predictions.outputs() == 1) {
      double yes = clipped(predictions.values()[row]);
      return truth == 1 ? yes : 1 - yes;
    }
    int first = row * predictions.outputs();
    double sum = 0;
    for (int k = 0; k < predictions.outputs(); k++) {
      sum += clipped(predictions.values()[first + k]);
    }
    return clipped(predictions.values()[first + truth]) / sum;
  }

  private static double clipped(double probability) {
    return Math.max(EPSILON, Math.min(1 - EPSILON, probability));
  }

  @Override
  public double best() {
    return 0;
  }

  @Override
  public boolean suits(Target target) {
    return target.isClasses();
  }
}

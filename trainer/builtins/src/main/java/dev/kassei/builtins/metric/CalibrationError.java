package dev.kassei.builtins.metric;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Metric;
import dev.kassei.api.PluginName;
import dev.kassei.api.Predictions;
import dev.kassei.api.Reference;
import dev.kassei.api.Target;
import java.util.OptionalInt;

/**
 * The expected calibration error (Guo et al. 2017): rows are put into bins of equal width by the
 * probability of the class that is predicted, and of each bin the distance between the mean of
 * these and the share that is right counts by its rows. A tie counts as a guess, right by
 * 1/classes.
 *
 * @param bins the number of bins from 0 to 1; a probability at an edge belongs to the lower one
 */
@PluginName(value = "calibration_error", title = "Calibration error")
@Reference(
    "Guo, Pleiss, Sun, Weinberger 2017, On calibration of modern neural networks, arXiv:1706.04599")
public record CalibrationError(int bins) implements Metric {
  private static final int MOST = 1_000_000;

  public CalibrationError() {
    this(15);
  }

  public CalibrationError {
    require(bins > 0 && bins <= MOST, "bins must be from 1 to %s but was %s", MOST, bins);
  }

  @Override
  public boolean higherIsBetter() {
    return false;
  }

  @Override
  public double value(Predictions predictions) {
    double[] surplus = new double[bins];
    for (int row = 0; row < predictions.rows(); row++) {
      double confidence = confidence(predictions, row);
      if (Double.isNaN(confidence)) {
        return Double.NaN;
      }
      surplus[bin(confidence)] += confidence - right(predictions, row);
    }
    double sum = 0;
    for (double each : surplus) {
      sum += Math.abs(each);
    }
    return sum / predictions.rows();
  }

  private static double confidence(Predictions predictions, int row) {
    if (predictions.outputs() == 1) {
      double yes = predictions.values()[row];
      return Math.max(yes, 1 - yes);
    }
    double most = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < predictions.outputs(); k++) {
      most = Math.max(most, predictions.values()[row * predictions.outputs() + k]);
    }
    return most;
  }

  private static double right(Predictions predictions, int row) {
    OptionalInt predicted = predictions.predictedClass(row);
    if (predicted.isEmpty()) {
      return 1.0 / predictions.target().classes().size();
    }
    return predicted.getAsInt() == predictions.targets()[row] ? 1 : 0;
  }

  private int bin(double confidence) {
    int bin = 0;
    while (bin < bins - 1 && confidence > (bin + 1.0) / bins) {
      bin++;
    }
    return bin;
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

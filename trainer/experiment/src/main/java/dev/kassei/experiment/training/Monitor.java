package dev.kassei.experiment.training;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Epoch;
import dev.kassei.experiment.data.SplitData;

/**
 * What is watched from epoch to epoch: the best epoch is the first with the best value.
 *
 * @param metric such as {@code validation.loss}
 * @param higherIsBetter whether higher values are better
 * @param patience training ends after so many epochs in a row that were no better
 * @param minDelta a value is better if it is so by more than this
 * @param restoreBest whether the weights of the best epoch are the result
 */
record Monitor(
    String metric, boolean higherIsBetter, int patience, double minDelta, boolean restoreBest) {
  Monitor {
    require(
        metric.equals(Epoch.RUNNING_LOSS) || metric.startsWith(SplitData.VALIDATION + "."),
        "expected train.running_loss or a metric of the validation split, such as validation.loss,"
            + " but was %s",
        metric);
  }

  /** Whether it is measured on validation rows, which need not be after each epoch. */
  boolean isValidation() {
    return metric.startsWith(SplitData.VALIDATION + ".");
  }

  /** Whether a value is better than the best before; NaN never is. */
  boolean isBetter(double value, double best) {
    return higherIsBetter ? value > best + minDelta : value < best - minDelta;
  }

  /** A value that every finite one is better than. */
  double worst() {
    return higherIsBetter ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
  }
}

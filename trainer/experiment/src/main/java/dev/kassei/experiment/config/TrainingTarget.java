package dev.kassei.experiment.config;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Required;
import dev.kassei.results.text.EpochsToTarget;

/**
 * A value that training is to reach; the number of epochs until it does is a result.
 *
 * @param monitor what is watched: {@code train.running_loss} or a metric of the validation split
 * @param value what it has to reach: at least this if higher is better, else at most
 */
public record TrainingTarget(@Required String monitor, @Required double value) {
  public TrainingTarget {
    require(Double.isFinite(value), "value must be finite but was %s", value);
  }

  /** An example. */
  public TrainingTarget() {
    this("validation.accuracy", 0.9);
  }

  /** The name of the result, such as {@code validation.epochs_to_target}. */
  public String metric() {
    return monitor.substring(0, monitor.indexOf('.') + 1) + EpochsToTarget.NAME;
  }

  /** Whether an epoch with this value of what is watched has reached it; NaN never has. */
  public boolean isReached(double epochValue, boolean higherIsBetter) {
    return higherIsBetter ? epochValue >= value : epochValue <= value;
  }
}

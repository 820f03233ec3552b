package dev.kassei.experiment.config;

/**
 * What is done with targets that are numbers.
 *
 * @param standardize whether the network learns them shifted and scaled to mean 0 and standard
 *     deviation 1, as measured on the training rows; predictions and metrics are in the unit of the
 *     data, the loss is not
 */
public record TargetConfig(boolean standardize) {
  /** Targets as they are. */
  public TargetConfig() {
    this(false);
  }
}

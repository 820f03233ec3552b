package dev.kassei.results.text;

import java.util.Optional;

/**
 * The metric that says after how many epochs another one reached its target, such as {@code
 * validation.epochs_to_target}; infinite if it did not.
 */
public final class EpochsToTarget {
  /** Its name, without the split of the other. */
  public static final String NAME = "epochs_to_target";

  private EpochsToTarget() {}

  /** What is written of it for people; empty where {@code metric} is another one. */
  public static Optional<String> text(String metric, double epochs) {
    if (!metric.endsWith(NAME)) {
      return Optional.empty();
    }
    return Optional.of(Double.isInfinite(epochs) ? "not reached" : Long.toString((long) epochs));
  }
}

package dev.kassei.api;

import java.util.Optional;
import org.apiguardian.api.API;

/** A number that says how good predictions are. */
@API(status = API.Status.STABLE, since = "0.1")
@FunctionalInterface
public interface Metric {
  /** The metric over all rows of a split; NaN where it is not defined. */
  double value(Predictions predictions);

  /** Whether higher values are better. */
  default boolean higherIsBetter() {
    return true;
  }

  /**
   * What a trial that failed is worth: the worst value possible, infinite where there is none. A
   * share of right answers has 0.
   */
  default double worst() {
    return higherIsBetter() ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
  }

  /** The best value possible, infinite where there is none. A share of right answers has 1. */
  default double best() {
    return higherIsBetter() ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
  }

  /**
   * What a trial is worth that completed and whose value is not defined, by default the worst.
   * Where predictions prefer no class, a share of right answers has that of guessing.
   *
   * @param classes the number of classes, 0 where numbers are predicted
   */
  default double undecided(int classes) {
    return worst();
  }

  /**
   * Whether it is measured where an experiment names no metrics, if it suits the data; asked of
   * bundled metrics alone.
   */
  default boolean isDefault() {
    return false;
  }

  /** The name of the class that the metric looks at; empty if it looks at all. */
  default Optional<String> namedClass() {
    return Optional.empty();
  }

  /** Whether the metric is defined for such a target. */
  default boolean suits(Target target) {
    return true;
  }
}

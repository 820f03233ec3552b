package dev.kassei.api;

/** A number that says how good predictions are. */
@FunctionalInterface
public interface Metric {
  /** The metric over all rows of a split; NaN where it is not defined. */
  double value(Predictions predictions);

  /** Whether great values are good. */
  default boolean greaterIsBetter() {
    return true;
  }

  /**
   * What a trial that failed is worth: the worst value possible, infinite where there is none. A
   * share of right answers has 0.
   */
  default double worst() {
    return greaterIsBetter() ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
  }

  /** Whether the metric is defined for such a target. */
  default boolean suits(Target target) {
    return true;
  }
}

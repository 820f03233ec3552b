package dev.kassei.batch.statistics;

import static dev.kassei.api.value.Requirements.require;

/**
 * A confidence interval. Infinite ends mean that the sample is too small to bound that side.
 *
 * @param level the coverage it is made for, such as 0.95
 */
public record Interval(double lower, double upper, double level) {
  public Interval {
    require(lower <= upper, "expected lower ≤ upper but was given %s and %s", lower, upper);
    Values.requireProbability("the level of an interval", level);
  }

  /** The interval that excludes nothing. */
  public static Interval unbounded(double level) {
    return new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, level);
  }

  /** Whether it excludes nothing. */
  boolean isUnbounded() {
    return lower == Double.NEGATIVE_INFINITY && upper == Double.POSITIVE_INFINITY;
  }

  /** The interval of the number with the other sign. */
  Interval negated() {
    return new Interval(0 - upper, 0 - lower, level);
  }

  /** Finite ends beyond what is possible are moved to it. */
  Interval within(double lowest, double highest) {
    return Double.isInfinite(lower) || Double.isInfinite(upper)
        ? this
        : new Interval(
            Math.min(Math.max(lower, lowest), highest),
            Math.max(Math.min(upper, highest), lowest),
            level);
  }

  /**
   * Ends that are but the rounding of numbers around {@code scale} are 0: an interval must not seem
   * to exclude it by 10⁻¹⁵.
   */
  Interval rounded(double scale) {
    return new Interval(rounded(lower, scale), rounded(upper, scale), level);
  }

  private static double rounded(double end, double scale) {
    return Math.abs(end) < Scoring.ROUNDING * scale ? 0 : end;
  }

  /** Whether a value lies in it; the ends do. */
  public boolean contains(double value) {
    return lower <= value && value <= upper;
  }
}

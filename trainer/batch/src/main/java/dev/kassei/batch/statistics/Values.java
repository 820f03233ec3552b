package dev.kassei.batch.statistics;

import static dev.kassei.api.value.Requirements.require;

import java.util.Arrays;

/** Checks of samples. */
final class Values {
  private Values() {}

  /** Refuses a sample of fewer than {@code minimum} values, or with a NaN. */
  static void requireNumbers(double[] values, int minimum) {
    require(
        values.length >= minimum,
        "expected at least %s values but was given %s",
        minimum,
        values.length);
    for (int i = 0; i < values.length; i++) {
      require(
          !Double.isNaN(values[i]),
          "value %s is NaN; decide first what a failed trial counts as",
          i + 1);
    }
  }

  /** Refuses, beyond {@link #requireNumbers}, infinite values. */
  static void requireFinite(double[] values, int minimum) {
    requireNumbers(values, minimum);
    for (int i = 0; i < values.length; i++) {
      require(
          Double.isFinite(values[i]),
          "value %s is %s and leaves no mean; use medians where failed trials are infinitely bad",
          i + 1,
          values[i]);
    }
  }

  /** Refuses a number that is not strictly between 0 and 1. */
  static void requireProbability(String name, double value) {
    require(value > 0 && value < 1, "%s must be between 0 and 1 but was %s", name, value);
  }

  /** The values in ascending order, in a new array. */
  static double[] sorted(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  /** The sum of the values from {@code start} to before {@code end}, in their order. */
  static double sum(double[] values, int start, int end) {
    // not that of a stream, whose order and compensation are left open
    double sum = 0;
    for (int i = start; i < end; i++) {
      sum += values[i];
    }
    return sum;
  }

  /** All values of a table, row by row. */
  static double[] flatten(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
  }
}

package dev.kassei.trainer.config;

import static dev.kassei.api.Requirements.require;

import java.util.OptionalDouble;

/**
 * How rows are divided into parts, as fractions of all rows.
 *
 * @param train the part for training; if empty, what the others leave
 * @param validation the part on which settings are compared
 * @param test the part for the final judgement
 * @param stratify whether each part has the classes in the same proportions
 */
public record Split(OptionalDouble train, double validation, double test, boolean stratify) {
  private static final double ROUNDING = 1e-9;

  public Split {
    requireFraction("train", train.orElse(0));
    requireFraction("validation", validation);
    requireFraction("test", test);
    double sum = train.orElse(0) + validation + test;
    require(
        sum <= 1 + ROUNDING && (train.isEmpty() || sum >= 1 - ROUNDING),
        "train, validation and test must sum to 1 but sum to %s",
        sum);
  }

  /** All rows for training. */
  public Split() {
    this(OptionalDouble.empty(), 0, 0, false);
  }

  private static void requireFraction(String name, double value) {
    require(value >= 0 && value <= 1, "%s must be between 0 and 1 but was %s", name, value);
  }

  /** The fraction of the rows that are for training. */
  public double trainFraction() {
    return train.orElse(Math.max(0, 1 - validation - test));
  }
}

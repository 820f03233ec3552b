package dev.kassei.builtins.optimizer;

import static dev.kassei.api.value.Requirements.require;

/** Checks of hyperparameters that optimizers share. */
final class Hyperparameters {
  private Hyperparameters() {}

  static void requirePositive(String name, double value) {
    require(value > 0 && Double.isFinite(value), "%s must be positive but was %s", name, value);
  }

  static void requireNotNegative(String name, double value) {
    require(
        value >= 0 && Double.isFinite(value), "%s must not be negative but was %s", name, value);
  }

  /** Requires a share of something that is kept in a step. */
  static void requireShare(String name, double value) {
    require(value >= 0 && value < 1, "%s must be at least 0 and below 1 but was %s", name, value);
  }

  /** Requires a share of which neither nothing nor everything is kept. */
  static void requireInnerShare(String name, double value) {
    require(value > 0 && value < 1, "%s must be above 0 and below 1 but was %s", name, value);
  }
}

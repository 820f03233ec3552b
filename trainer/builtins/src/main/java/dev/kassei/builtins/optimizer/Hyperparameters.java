package dev.kassei.builtins.optimizer;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

/** Checks of hyperparameters that optimizers share. */
final class Hyperparameters {
  private Hyperparameters() {}

  /** Requires what Adam is told and those of its relatives that may have no ε. */
  static void requireAdam(
      double learningRate, double beta1, double beta2, double epsilon, double weightDecay) {
    requirePositive("learning_rate", learningRate);
    requireShare("beta1", beta1);
    requireShare("beta2", beta2);
    requireNotNegative("epsilon", epsilon);
    requireNotNegative("weight_decay", weightDecay);
  }

  static void requirePositive(String name, double value) {
    requireFinite(name, value);
    require(value > 0, "%s must be positive but was %s", name, value);
  }

  static void requireNotNegative(String name, double value) {
    requireFinite(name, value);
    require(value >= 0, "%s must not be negative but was %s", name, value);
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

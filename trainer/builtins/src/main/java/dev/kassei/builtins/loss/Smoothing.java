package dev.kassei.builtins.loss;

import dev.kassei.api.value.Requirements;

/** The check of label smoothing. */
final class Smoothing {
  private Smoothing() {}

  static void require(double labelSmoothing) {
    Requirements.require(
        labelSmoothing >= 0 && labelSmoothing <= 1,
        "label_smoothing must be between 0 and 1 but was %s",
        labelSmoothing);
  }
}

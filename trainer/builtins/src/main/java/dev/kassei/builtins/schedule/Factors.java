package dev.kassei.builtins.schedule;

import dev.kassei.api.value.Requirements;

/** What schedules share. */
final class Factors {
  private Factors() {}

  static void require(String name, double value) {
    Requirements.require(
        value > 0 && value <= 1, "%s must be above 0 and at most 1 but was %s", name, value);
  }

  /** From one number to another along half a cosine, of which a share from 0 to 1 has passed. */
  static double cosine(double from, double to, double passed) {
    return to + (from - to) * (1 + StrictMath.cos(Math.PI * passed)) / 2;
  }
}

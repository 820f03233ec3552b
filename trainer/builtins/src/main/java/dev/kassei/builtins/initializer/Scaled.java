package dev.kassei.builtins.initializer;

import dev.kassei.api.value.Draws;

/** Standard draws scaled to mean 0 and a standard deviation. */
final class Scaled {
  private static final double SQRT3 = Math.sqrt(3);

  private Scaled() {}

  static double normal(Draws draws, long index, double deviation) {
    return deviation * draws.normal(index);
  }

  /** A draw from the uniform distribution on ±√3·{@code deviation}. */
  static double uniform(Draws draws, long index, double deviation) {
    return symmetric(draws, index, SQRT3 * deviation);
  }

  /** A draw from the uniform distribution on ±{@code bound}. */
  static double symmetric(Draws draws, long index, double bound) {
    return bound * (2 * draws.uniform(index) - 1);
  }
}

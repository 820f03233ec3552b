package dev.kassei.batch.statistics;

import static dev.kassei.api.value.Requirements.require;

/**
 * The power of a t test: how often (Z + δ) / √(χ²/ν) lies outside ±t, where Z is standard normal
 * and χ² has ν degrees of freedom.
 *
 * <p>Given the standard deviation s = √(χ²/ν) it is Φ(δ − t·s) + Φ(−δ − t·s). This is averaged over
 * s by Simpson's rule, apart where the first term rises, which may be steep.
 */
final class NoncentralT {
  private static final int INTERVALS = 200;

  /** In standard deviations, beyond which nothing of a normal variable is left. */
  private static final double TAIL = 9;

  private final int degrees;
  private final double critical;
  private final double logScale;

  /**
   * The test.
   *
   * @param level the probability outside ±t where δ is 0
   */
  NoncentralT(int degreesOfFreedom, double level) {
    require(
        degreesOfFreedom >= 1, "expected degrees of freedom but was given %s", degreesOfFreedom);
    Values.requireProbability("a level", level);
    this.degrees = degreesOfFreedom;
    this.critical = Distributions.studentCritical(level, degreesOfFreedom);
    double half = degreesOfFreedom / 2.0;
    this.logScale = StrictMath.log(2) + half * StrictMath.log(half) - Distributions.logGamma(half);
  }

  /** The probability to lie outside ±t. */
  double power(double noncentrality) {
    double delta = Math.abs(noncentrality);
    double width = TAIL / Math.sqrt(2.0 * degrees);
    double low = Math.max(Double.MIN_NORMAL, 1 - width);
    double high = 1 + width;
    double rise = clamped((delta - TAIL) / critical, low, high);
    double end = clamped((delta + TAIL) / critical, low, high);
    return integral(delta, low, rise) + integral(delta, rise, end) + integral(delta, end, high);
  }

  /** The δ ≥ 0 with which a power above the level is reached. */
  double noncentrality(double power) {
    return Distributions.whereFalling(delta -> 1 - power(delta), 1 - power);
  }

  private static double clamped(double value, double low, double high) {
    return Math.max(low, Math.min(value, high));
  }

  private double integral(double delta, double from, double to) {
    double step = (to - from) / INTERVALS;
    double sum = density(delta, from) + density(delta, to);
    for (int i = 1; i < INTERVALS; i++) {
      sum += (i % 2 == 0 ? 2 : 4) * density(delta, from + i * step);
    }
    return sum * step / 3;
  }

  private double density(double delta, double s) {
    double power =
        Distributions.normalUpper(critical * s - delta)
            + Distributions.normalUpper(critical * s + delta);
    double log = logScale + (degrees - 1) * StrictMath.log(s) - degrees * s * s / 2;
    return power * StrictMath.exp(log);
  }
}

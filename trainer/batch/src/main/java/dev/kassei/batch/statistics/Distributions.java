package dev.kassei.batch.statistics;

import dev.kassei.engine.kernel.Float64Functions;
import java.util.function.DoubleUnaryOperator;

/**
 * Tails of the distributions that test statistics follow, to a relative error of about 10⁻¹³.
 *
 * <p>Formulas are from the NIST Digital Library of Mathematical Functions (DLMF).
 */
final class Distributions {
  private static final double SQRT_2 = 1.4142135623730951;
  private static final double SQRT_PI = 1.772453850905516;
  private static final double HALF_LOG_2_PI = 0.9189385332046728;
  private static final int BISECTIONS = 200;
  private static final int FRACTION_TERMS = 10_000;

  private Distributions() {}

  /** The probability of a standard normal variable above z. */
  static double normalUpper(double z) {
    return 0.5 * Float64Functions.erfc(z / SQRT_2);
  }

  /** The probability of a standard normal variable outside ±z. */
  static double normalTwoSided(double z) {
    return Float64Functions.erfc(Math.abs(z) / SQRT_2);
  }

  /** The probability of a variable with Student's t distribution outside ±t. */
  static double studentTwoSided(double t, double degreesOfFreedom) {
    if (Double.isInfinite(t)) {
      return 0;
    }
    double sum = degreesOfFreedom + t * t;
    return incompleteBeta(degreesOfFreedom / 2, 0.5, degreesOfFreedom / sum, t * t / sum);
  }

  /** The t outside of whose ± a variable with Student's t distribution has this probability. */
  static double studentCritical(double probability, double degreesOfFreedom) {
    return whereFalling(t -> studentTwoSided(t, degreesOfFreedom), probability);
  }

  /** The probability of a variable with Fisher's F distribution above f. */
  static double fisherUpper(double f, double degrees1, double degrees2) {
    if (f <= 0) {
      return 1;
    }
    if (Double.isInfinite(f)) {
      return 0;
    }
    double sum = degrees2 + degrees1 * f;
    return incompleteBeta(degrees2 / 2, degrees1 / 2, degrees2 / sum, degrees1 * f / sum);
  }

  /** The probability of a χ² variable above x: the finite sums of DLMF 8.4.10 and 8.4.14. */
  static double chiSquaredUpper(double x, int degreesOfFreedom) {
    if (x <= 0) {
      return 1;
    }
    double half = x / 2;
    boolean even = degreesOfFreedom % 2 == 0;
    double exp = StrictMath.exp(-half);
    double sum = even ? exp : Float64Functions.erfc(Math.sqrt(half));
    double term = even ? exp : exp / (Math.sqrt(half) * SQRT_PI);
    for (double order = even ? 1 : 0.5; order < degreesOfFreedom / 2.0; order++) {
      term *= half / order;
      sum += term;
    }
    return sum;
  }

  /** The place x ≥ 0 where a falling function has a value, by bisection. */
  static double whereFalling(DoubleUnaryOperator function, double value) {
    double low = 0;
    double high = 1;
    while (function.applyAsDouble(high) > value) {
      low = high;
      high *= 2;
    }
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = (low + high) / 2;
      boolean above = function.applyAsDouble(middle) > value;
      low = above ? middle : low;
      high = above ? high : middle;
    }
    return high;
  }

  /**
   * The regularized incomplete beta function Iₓ(a, b) with y = 1 − x: the continued fraction of
   * DLMF 8.17.22, for the side where it converges fast.
   */
  static double incompleteBeta(double a, double b, double x, double y) {
    if (x <= 0 || y <= 0) {
      return x <= 0 ? 0 : 1;
    }
    return x <= (a + 1) / (a + b + 2) ? betaFraction(a, b, x, y) : 1 - betaFraction(b, a, y, x);
  }

  /** The fraction 1 / (1 + d₁ / (1 + d₂ / …)) from the front, by the method of Lentz. */
  private static double betaFraction(double a, double b, double x, double y) {
    double value = 1;
    double c = 1;
    double d = 0;
    double factor = 0;
    for (int i = 1; i < FRACTION_TERMS && factor != 1; i++) {
      double coefficient = betaCoefficient(a, b, x, i);
      d = 1 / (1 + coefficient * d);
      c = 1 + coefficient / c;
      factor = c * d;
      value *= factor;
    }
    double logBeta = logGamma(a) + logGamma(b) - logGamma(a + b);
    return StrictMath.exp(a * StrictMath.log(x) + b * StrictMath.log(y) - logBeta) / (a * value);
  }

  private static double betaCoefficient(double a, double b, double x, int i) {
    int m = i / 2;
    return i % 2 == 0
        ? m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        : -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
  }

  /** log Γ(x) for x > 0: Stirling's series, DLMF 5.11.1, from 12 upwards, the recurrence below. */
  static double logGamma(double x) {
    double product = 1;
    double z = x;
    while (z < 12) {
      product *= z;
      z++;
    }
    double w = 1 / (z * z);
    double series = 1.0 / 156;
    series = series * w - 691.0 / 360360;
    series = series * w + 1.0 / 1188;
    series = series * w - 1.0 / 1680;
    series = series * w + 1.0 / 1260;
    series = series * w - 1.0 / 360;
    series = series * w + 1.0 / 12;
    return (z - 0.5) * StrictMath.log(z) - z + HALF_LOG_2_PI + series / z - StrictMath.log(product);
  }
}

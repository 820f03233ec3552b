package dev.kassei.engine.kernel;

import java.math.BigDecimal;
import java.math.MathContext;

/** Distances in units in the last place of the exact value. */
final class Ulps {

  private Ulps() {}

  static double between(double actual, BigDecimal exact) {
    if (Double.isNaN(actual) || Double.isInfinite(actual)) {
      return Double.POSITIVE_INFINITY;
    }
    BigDecimal distance = new BigDecimal(actual).subtract(exact).abs();
    BigDecimal unit = new BigDecimal(Math.ulp(exact.doubleValue()));
    return distance.divide(unit, MathContext.DECIMAL64).doubleValue();
  }

  /** The distance of two doubles, where the second counts as exact. */
  static double between(double actual, double exact) {
    return Double.compare(actual, exact) == 0 ? 0 : Math.abs(actual - exact) / Math.ulp(exact);
  }

  /** The distance of a float from a double that counts as exact. */
  static double between(float actual, double exact) {
    float nearest = (float) exact;
    if (Float.isNaN(nearest) || Float.isInfinite(nearest)) {
      return Float.compare(actual, nearest) == 0 ? 0 : Double.POSITIVE_INFINITY;
    }
    return Math.abs(actual - exact) / Math.ulp(nearest);
  }
}

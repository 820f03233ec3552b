package dev.kassei.api;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.Predicate;

/**
 * Numbers as text: the fewest digits that read back to the same number, of those the nearest, in
 * the same form on every JDK. (Double.toString changed in JDK 19, Float.toString with it.)
 *
 * <p>Whole numbers have no point: {@code 10}. Magnitudes below 1e-5 and from 1e16 on have an
 * exponent: {@code 1.5e-7}. What is not finite is {@code NaN}, {@code Infinity} or {@code
 * -Infinity}.
 */
public final class Numbers {
  /** The powers of ten that a double holds exactly. */
  private static final double[] POWERS_OF_TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  /** Every decimal of 15 digits survives the way to double and back, so it is the only one. */
  private static final double UNIQUE_IN_DOUBLE = 1e15;

  /** As {@link #UNIQUE_IN_DOUBLE}, 6 digits and float. */
  private static final double UNIQUE_IN_FLOAT = 1e6;

  private Numbers() {}

  /** The shortest text that reads back to this double. */
  public static String text(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return special(value);
    }
    double magnitude = Math.abs(value);
    BigDecimal decimal =
        few(
            magnitude,
            UNIQUE_IN_DOUBLE,
            (digits, scale) -> digits / POWERS_OF_TEN[scale] == magnitude);
    if (decimal.signum() == 0) {
      int guess = new BigDecimal(Double.toString(magnitude)).stripTrailingZeros().precision();
      decimal = many(magnitude, guess, d -> d.doubleValue() == magnitude);
    }
    return written(value < 0, decimal);
  }

  /** The shortest text that reads back to this float. */
  public static String text(float value) {
    if (value == 0 || !Float.isFinite(value)) {
      return special(value);
    }
    float magnitude = Math.abs(value);
    // not by a division in double, which would round twice on the way to a float
    BigDecimal decimal =
        few(
            magnitude,
            UNIQUE_IN_FLOAT,
            (digits, scale) -> BigDecimal.valueOf((long) digits, scale).floatValue() == magnitude);
    if (decimal.signum() == 0) {
      int guess = new BigDecimal(Float.toString(magnitude)).stripTrailingZeros().precision();
      decimal = many(magnitude, guess, d -> d.floatValue() == magnitude);
    }
    return written(value < 0, decimal);
  }

  private static String special(double value) {
    if (value == 0) {
      return 1 / value < 0 ? "-0" : "0";
    }
    return Double.isNaN(value) ? "NaN" : value < 0 ? "-Infinity" : "Infinity";
  }

  /** The decimal of few digits that reads back, found in floating point; 0 if there is none. */
  private static BigDecimal few(double magnitude, double limit, ReadsBack test) {
    for (int scale = 0; scale < POWERS_OF_TEN.length; scale++) {
      double digits = Math.rint(magnitude * POWERS_OF_TEN[scale]);
      if (digits >= limit) {
        return BigDecimal.ZERO;
      }
      if (test.of(digits, scale)) {
        return BigDecimal.valueOf((long) digits, scale);
      }
    }
    return BigDecimal.ZERO;
  }

  /**
   * The shortest decimal that reads back, no longer than {@code enough} digits if those suffice.
   */
  private static BigDecimal many(double magnitude, int enough, Predicate<BigDecimal> readsBack) {
    BigDecimal exact = new BigDecimal(magnitude);
    int digits = enough;
    BigDecimal best = rounded(exact, digits, readsBack);
    while (best.signum() == 0) {
      digits++;
      best = rounded(exact, digits, readsBack);
    }
    for (BigDecimal next = best; next.signum() != 0 && digits > 0; ) {
      best = next;
      digits--;
      next = digits == 0 ? BigDecimal.ZERO : rounded(exact, digits, readsBack);
    }
    return best;
  }

  /** The nearest decimal of so many digits that reads back; 0 if there is none. */
  private static BigDecimal rounded(BigDecimal exact, int digits, Predicate<BigDecimal> readsBack) {
    BigDecimal nearest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
    if (readsBack.test(nearest)) {
      return nearest;
    }
    // above a power of two the numbers lie twice as far apart as below
    BigDecimal above = exact.round(new MathContext(digits, RoundingMode.UP));
    return readsBack.test(above) ? above : BigDecimal.ZERO;
  }

  private static String written(boolean negative, BigDecimal decimal) {
    String unscaled = decimal.unscaledValue().toString();
    String digits = withoutTrailingZeros(unscaled);
    int exponent = unscaled.length() - decimal.scale() - 1;
    String text =
        exponent < -5 || exponent >= 16
            ? scientific(digits, exponent)
            : plain(digits, exponent + 1);
    return negative ? "-" + text : text;
  }

  private static String withoutTrailingZeros(String digits) {
    int end = digits.length();
    while (digits.charAt(end - 1) == '0') {
      end--;
    }
    return digits.substring(0, end);
  }

  private static String scientific(String digits, int exponent) {
    String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
    return digits.charAt(0) + fraction + "e" + exponent;
  }

  /** The digits with the decimal point before digit {@code point}. */
  private static String plain(String digits, int point) {
    if (point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    }
    if (point >= digits.length()) {
      return digits + "0".repeat(point - digits.length());
    }
    return digits.substring(0, point) + "." + digits.substring(point);
  }

  /** Whether {@code digits} · 10^−{@code scale} reads back to the number at hand. */
  @FunctionalInterface
  private interface ReadsBack {
    boolean of(double digits, int scale);
  }
}

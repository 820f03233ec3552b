package dev.kassei.api.value;

import org.apiguardian.api.API;

/**
 * Numbers as text: the fewest digits that read back to the same number, of those the nearest, in
 * the same form on every JDK. (Double.toString changed in JDK 19, Float.toString with it.)
 *
 * <p>Integers have no point: {@code 10}. Magnitudes below 1e-5 and from 1e16 on have an exponent:
 * {@code 1.5e-7}. What is not finite is {@code NaN}, {@code Infinity} or {@code -Infinity}.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class Numbers {
  private static final int DOUBLE_BITS = 52;
  private static final int FLOAT_BITS = 23;

  private Numbers() {}

  /** The shortest text that reads back to this double. */
  public static String text(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return special(value);
    }
    int exponent = Math.max(Math.getExponent(value), Double.MIN_EXPONENT) - DOUBLE_BITS;
    long significand = (long) Math.scalb(Math.abs(value), -exponent);
    return written(value < 0, shortest(significand, exponent, DOUBLE_BITS, Double.MIN_EXPONENT));
  }

  /** The shortest text that reads back to this float. */
  public static String text(float value) {
    if (value == 0 || !Float.isFinite(value)) {
      return special(value);
    }
    int exponent = Math.max(Math.getExponent(value), Float.MIN_EXPONENT) - FLOAT_BITS;
    long significand = (long) Math.scalb(Math.abs(value), -exponent);
    return written(value < 0, shortest(significand, exponent, FLOAT_BITS, Float.MIN_EXPONENT));
  }

  /** Of a number with so many bits after the first one, and such a least exponent. */
  private static ShortestDecimal shortest(long significand, int exponent, int bits, int least) {
    boolean powerOfTwo = significand == 1L << bits;
    return ShortestDecimal.of(significand, exponent, powerOfTwo && exponent > least - bits);
  }

  private static String special(double value) {
    if (value == 0) {
      return 1 / value < 0 ? "-0" : "0";
    }
    return Double.isNaN(value) ? "NaN" : value < 0 ? "-Infinity" : "Infinity";
  }

  private static String written(boolean negative, ShortestDecimal decimal) {
    String all = Long.toString(decimal.digits());
    String digits = withoutTrailingZeros(all);
    int exponent = all.length() + decimal.exponent() - 1;
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
}

package dev.kassei.results.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers for people, rounded half to even. What is to be read back exactly is written by {@link
 * dev.kassei.api.value.Numbers}.
 */
public enum Rounded {
  /** For terminals, in characters that programs read, too. */
  CONSOLE("-", "Infinity", "NaN"),

  /** For sentences, tables and pictures: with a minus sign, and a dash for what is no number. */
  PRINT("−", "∞", "–");

  /** From here on, numbers are plain and not in scientific notation. */
  private static final double SMALLEST_PLAIN = 1e-5;

  private static final double SMALLEST_P = 0.001;
  private static final int P_DIGITS = 2;
  private static final int VALUE_DIGITS = 4;
  private static final int METRIC_DECIMALS = 4;

  /** Half of the last of these decimals. */
  private static final double SMALLEST_METRIC = 5e-5;

  private static final double LARGEST_METRIC = 1e9;

  /** From here on, numbers are in scientific notation. */
  private static final double SMALLEST_LARGE = 1e8;

  private final String minus;
  private final String infinity;
  private final String nan;

  Rounded(String minus, String infinity, String nan) {
    this.minus = minus;
    this.infinity = infinity;
    this.nan = nan;
  }

  /** Four significant digits, as a value has that stands by itself, such as {@code 0.9500}. */
  public String value(double value) {
    return digits(value, VALUE_DIGITS);
  }

  /**
   * So many significant digits, zeros at the end among them, such as {@code 0.950} and {@code
   * 12.3}; all digits of a number that has more before its point.
   */
  public String digits(double value, int digits) {
    if (!Double.isFinite(value) || value == 0) {
      return special(value);
    }
    BigDecimal rounded = rounded(value, digits);
    if (!isPlain(value)) {
      return scientific(rounded.setScale(rounded.scale() + digits - rounded.precision()));
    }
    int whole = rounded.precision() - rounded.scale();
    return text(
        new BigDecimal(value).setScale(Math.max(0, digits - whole), RoundingMode.HALF_EVEN));
  }

  /** At most so many significant digits, without zeros at the end, such as {@code 0.95}. */
  public String atMost(double value, int digits) {
    if (!Double.isFinite(value) || value == 0) {
      return special(value);
    }
    BigDecimal rounded = rounded(value, digits).stripTrailingZeros();
    return isPlain(value) ? text(rounded) : scientific(rounded);
  }

  /** So many decimals, such as {@code 0.950}. */
  public String decimals(double value, int decimals) {
    return Double.isFinite(value)
        ? text(new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN))
        : special(value);
  }

  /**
   * Four decimals, so that the numbers of a column have their places; in scientific notation where
   * these would all be 0.
   */
  public String metric(double value) {
    double size = Math.abs(value);
    boolean isPlain = value == 0 || (size >= SMALLEST_METRIC && size < LARGEST_METRIC);
    if (isPlain || !Double.isFinite(value)) {
      return decimals(value, METRIC_DECIMALS);
    }
    BigDecimal rounded = rounded(value, METRIC_DECIMALS + 1);
    return scientific(
        rounded.setScale(rounded.scale() + METRIC_DECIMALS + 1 - rounded.precision()));
  }

  /** A p value: at most two significant digits, or {@code < 0.001}. */
  public String p(double p) {
    return p < SMALLEST_P ? "< 0.001" : atMost(p, P_DIGITS);
  }

  /**
   * A probability that was estimated from draws, exact to about 0.005, so that 1 and 0 would say
   * too much: at most two decimals, {@code > 0.99} or {@code < 0.01}.
   */
  public String sampledProbability(double probability) {
    if (probability > 0.99) {
      return "> 0.99";
    }
    return probability < 0.01 ? "< 0.01" : atMost(Math.rint(100 * probability) / 100, P_DIGITS);
  }

  private String special(double value) {
    if (value == 0) {
      return "0";
    }
    if (Double.isNaN(value)) {
      return nan;
    }
    return value > 0 ? infinity : minus + infinity;
  }

  private static BigDecimal rounded(double value, int digits) {
    return new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
  }

  private static boolean isPlain(double value) {
    double size = Math.abs(value);
    return size >= SMALLEST_PLAIN && size < SMALLEST_LARGE;
  }

  /** Such as {@code 1.25e−7}. */
  private String scientific(BigDecimal value) {
    int exponent = value.precision() - value.scale() - 1;
    return text(value.movePointLeft(exponent)) + "e" + text(BigDecimal.valueOf(exponent));
  }

  private String text(BigDecimal value) {
    return value.toPlainString().replace("-", minus);
  }
}

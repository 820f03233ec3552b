package dev.kassei.plotting.axis;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How the numbers of one axis are written: all with the same decimals, very large and small ones as
 * multiples of a power of ten, and those that differ only in their last digits as differences to a
 * number, as matplotlib's ScalarFormatter does.
 */
record TickFormat(double base, int exponent, int decimals) {
  private static final double DIGITS_SAVED = 1e3;
  private static final int SMALL = -5;
  private static final int LARGE = 6;
  private static final int DIGITS = 3;
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  /** The format of ticks on an axis of a size. */
  static TickFormat of(double[] ticks, double size) {
    if (ticks.length == 0) {
      return new TickFormat(0, 0, 0);
    }
    double base = base(ticks);
    double greatest = base != 0 ? size : greatest(ticks);
    int magnitude = greatest == 0 ? 0 : PowersOfTen.floor(greatest);
    int exponent = magnitude <= SMALL || magnitude >= LARGE ? magnitude : 0;
    var format = new TickFormat(base, exponent, 0);
    return new TickFormat(base, exponent, format.decimals(ticks));
  }

  /** The number that all ticks begin with, if leaving it out saves digits; else 0. */
  private static double base(double[] ticks) {
    double low = ticks[0];
    double high = ticks[ticks.length - 1];
    if (low == high || (low <= 0 && high >= 0)) {
      return 0;
    }
    double least = Math.min(Math.abs(low), Math.abs(high));
    double most = Math.max(Math.abs(low), Math.abs(high));
    int exponent = PowersOfTen.floor(most) + 1;
    while (Math.floor(least / PowersOfTen.of(exponent)) == wholes(most, exponent)) {
      exponent--;
    }
    exponent++;
    if ((most - least) / PowersOfTen.of(exponent) <= 0.01) {
      exponent = straddled(least, most);
    }
    double count = wholes(most, exponent);
    if (count < DIGITS_SAVED) {
      return 0;
    }
    BigDecimal base = BigDecimal.valueOf((long) count).scaleByPowerOfTen(exponent);
    return low < 0 ? -base.doubleValue() : base.doubleValue();
  }

  /** The exponent where two numbers differ that lie on either side of a round one. */
  private static int straddled(double least, double most) {
    int exponent = PowersOfTen.floor(most) + 1;
    while (wholes(most, exponent) - wholes(least, exponent) <= 1) {
      exponent--;
    }
    return exponent + 1;
  }

  private static double wholes(double value, int exponent) {
    return Math.floor(value / PowersOfTen.of(exponent));
  }

  private static double greatest(double[] values) {
    return Math.max(Math.abs(values[0]), Math.abs(values[values.length - 1]));
  }

  /** As few decimals as tell the ticks exactly, compared with the distance between them. */
  private int decimals(double[] ticks) {
    double first = scaled(ticks[0]);
    double last = scaled(ticks[ticks.length - 1]);
    double range = first == last ? Math.max(Math.abs(first), Math.abs(last)) : last - first;
    if (range == 0) {
      return 0;
    }
    int magnitude = PowersOfTen.floor(range);
    double tolerance = 1e-3 * PowersOfTen.of(magnitude);
    int decimals = Math.max(0, DIGITS - magnitude);
    while (decimals > 0 && isExact(ticks, decimals - 1, tolerance)) {
      decimals--;
    }
    return decimals;
  }

  private boolean isExact(double[] ticks, int digits, double tolerance) {
    for (double tick : ticks) {
      double value = scaled(tick);
      BigDecimal rounded = new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN);
      if (Math.abs(value - rounded.doubleValue()) >= tolerance) {
        return false;
      }
    }
    return true;
  }

  private double scaled(double tick) {
    return (tick - base) / PowersOfTen.of(exponent);
  }

  /** The label of a tick. */
  String label(double tick) {
    return new BigDecimal(scaled(tick))
        .setScale(decimals, RoundingMode.HALF_EVEN)
        .toPlainString()
        .replace('-', '−');
  }

  /** What the labels are multiplied by and added to; may be empty. */
  String offset() {
    String factor = exponent == 0 ? "" : "×" + power(exponent);
    if (base == 0) {
      return factor;
    }
    String number = BigDecimal.valueOf(Math.abs(base)).stripTrailingZeros().toPlainString();
    String sign = base < 0 ? "−" : "+";
    return factor.isEmpty() ? sign + number : factor + " " + sign + " " + number;
  }

  /** A power of ten, such as 10⁻³. */
  static String power(int exponent) {
    var text = new StringBuilder("10").append(exponent < 0 ? "⁻" : "");
    Integer.toString(Math.abs(exponent))
        .chars()
        .forEach(digit -> text.append(SUPERSCRIPTS.charAt(digit - '0')));
    return text.toString();
  }
}

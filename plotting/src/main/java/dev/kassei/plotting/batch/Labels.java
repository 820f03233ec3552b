package dev.kassei.plotting.batch;

import dev.kassei.plotting.canvas.Words;
import dev.kassei.plotting.figure.Artist.Anchor;
import dev.kassei.results.record.ShortText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** Names and numbers as they stand in pictures, where room is small. */
final class Labels {
  private static final int LONGEST = 28;
  private static final int DIGITS = 3;
  private static final double LEAST_PROBABILITY = 0.001;
  private static final double SIZE = 10 * 100.0 / 72;

  private Labels() {}

  /** A name of at most 28 characters, which is told from others that begin alike. */
  static String name(String name) {
    String line = name.replaceAll("\\s+", " ");
    return ShortText.of(line, LONGEST);
  }

  static String[] names(List<String> names) {
    return names.stream().map(Labels::name).toArray(String[]::new);
  }

  /** Three significant digits; a dash for what is no number. */
  static String value(double value) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    double size = Math.abs(value);
    if (value == 0) {
      return "0";
    }
    if (size >= 1e-5 && size < 1e4) {
      return rounded(value).toPlainString().replace('-', '−');
    }
    return String.format(Locale.ROOT, "%.1e", value).replace('-', '−');
  }

  /** Two significant digits of a probability; a dash for what is no number. */
  static String probability(double value) {
    if (value < LEAST_PROBABILITY) {
      return "< 0.001";
    }
    return Double.isFinite(value)
        ? new BigDecimal(value)
            .round(new MathContext(2, RoundingMode.HALF_EVEN))
            .stripTrailingZeros()
            .toPlainString()
        : "–";
  }

  /** Three digits, or all of a number that has more before its point. */
  private static BigDecimal rounded(double value) {
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS));
    int whole = rounded.precision() - rounded.scale();
    return rounded.setScale(Math.max(0, DIGITS - whole), RoundingMode.HALF_EVEN);
  }

  /** The width of a text in the size of labels, in pixels. */
  static double width(String text) {
    return Words.of(text, 0, 0, SIZE, Anchor.START).width();
  }
}

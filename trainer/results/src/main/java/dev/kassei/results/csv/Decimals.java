package dev.kassei.results.csv;

import dev.kassei.results.record.TextFormat;
import dev.kassei.results.text.Shortened;
import java.util.Locale;
import java.util.Set;
import tools.jackson.core.io.NumberInput;

/** Decimal numbers in cells of text. */
public final class Decimals {
  private static final Set<String> MISSING = Set.copyOf(TextFormat.MISSING_NUMBERS);

  /** Integers below are doubles. */
  private static final long EXACT = 1L << 53;

  /** The powers of ten that are doubles. */
  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private Decimals() {}

  /** The number that a text holds; NaN if it holds none. */
  public static double parse(String text) {
    return parse(text.toCharArray(), 0, text.length());
  }

  /**
   * The number in a part of a text; NaN if it holds none. What only Java takes for a number, such
   * as {@code 1f}, {@code 0x1p3} and {@code Infinity}, is none.
   *
   * @param from the index of its first character
   * @param to the index behind its last
   */
  public static double parse(char[] text, int from, int to) {
    boolean isSigned = from < to && (text[from] == '-' || text[from] == '+');
    long digits = 0;
    int point = -1;
    int next = isSigned ? from + 1 : from;
    while (next < to && digits < EXACT / 10) {
      char c = text[next];
      if (c == '.' && point < 0) {
        point = next;
      } else if (c >= '0' && c <= '9') {
        digits = 10 * digits + (c - '0');
      } else {
        return general(text, from, to);
      }
      next++;
    }
    int fraction = point < 0 ? 0 : next - point - 1;
    int count = next - from - (isSigned ? 1 : 0) - (point < 0 ? 0 : 1);
    if (next < to || count == 0 || fraction >= POWERS.length) {
      return general(text, from, to);
    }
    // both are exact, so that their quotient is the nearest double
    double value = digits / POWERS[fraction];
    return text[from] == '-' ? -value : value;
  }

  private static double general(char[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text[i];
      boolean plain = (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+';
      if (!plain && c != 'e' && c != 'E') {
        return Double.NaN;
      }
    }
    try {
      // the same bits as Double.parseDouble, several times as fast
      return NumberInput.parseDouble(text, from, to - from, true);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** Whether a text stands where there is no number. */
  public static boolean isMissing(String text) {
    return MISSING.contains(text.toLowerCase(Locale.ROOT));
  }

  /** Whether a text is no attempt at a number. */
  public static boolean isName(String text) {
    return !text.isEmpty() && Character.isLetter(text.codePointAt(0));
  }

  /** Why a text that is no finite number cannot be used. */
  public static String complaint(String text) {
    if (text.isEmpty()) {
      return "expected a number but the cell is empty";
    }
    if (isMissing(text)) {
      return "expected a number but '%s' marks a missing value".formatted(text);
    }
    if (Double.isInfinite(parse(text))) {
      return "expected a number but '%s' is beyond the range of float64"
          .formatted(Shortened.text(text));
    }
    return "expected a number but was '%s'".formatted(Shortened.text(text));
  }
}

package dev.kassei.builtins.dataset;

import dev.kassei.results.text.Shortened;
import java.util.Locale;
import java.util.Set;
import tools.jackson.core.io.NumberInput;

/** Decimal numbers in cells of text. */
final class Decimals {
  private static final Set<String> MISSING =
      Set.of("?", "-", "na", "n/a", "nan", "null", "none", "nil", ".");

  private Decimals() {}

  /**
   * The number that a text holds; NaN if it holds none. What only Java takes for a number, such as
   * {@code 1f}, {@code 0x1p3} and {@code Infinity}, is none.
   */
  static double parse(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+';
      if (!plain && c != 'e' && c != 'E') {
        return Double.NaN;
      }
    }
    try {
      // the same bits as Double.parseDouble, several times as fast
      return NumberInput.parseDouble(text, true);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** Whether a text stands where there is no number. */
  static boolean isMissing(String text) {
    return text.isEmpty() || MISSING.contains(text.toLowerCase(Locale.ROOT));
  }

  /** Whether a text is no attempt at a number. */
  static boolean isName(String text) {
    return !text.isEmpty() && Character.isLetter(text.codePointAt(0));
  }

  /** Why a text that is no finite number cannot be used. */
  static String complaint(String text) {
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

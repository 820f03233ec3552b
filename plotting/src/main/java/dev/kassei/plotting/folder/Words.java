package dev.kassei.plotting.folder;

import java.util.Locale;

/** Names and numbers as they are read. */
public final class Words {
  private Words() {}

  /** A name such as {@code mean_absolute_error} as a heading. */
  public static String title(String name) {
    String words = name.replace('_', ' ');
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** Such as {@code 1 epoch} or {@code 6 epochs}. */
  public static String count(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  /** Four significant digits, or {@code undecided}, which metrics say by NaN. */
  public static String number(double value) {
    if (Double.isNaN(value)) {
      return "undecided";
    }
    double size = Math.abs(value);
    boolean plain = value == 0 || (size >= 1e-3 && size < 1e6);
    return String.format(Locale.ROOT, plain ? "%.4f" : "%.3e", value);
  }
}

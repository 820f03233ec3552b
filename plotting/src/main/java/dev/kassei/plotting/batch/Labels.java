package dev.kassei.plotting.batch;

import dev.kassei.plotting.canvas.Words;
import dev.kassei.plotting.figure.Artist.Anchor;
import dev.kassei.results.record.ShortText;
import dev.kassei.results.text.Rounded;
import java.util.List;

/** Names and numbers as they stand in pictures, where room is small. */
final class Labels {
  private static final int LONGEST = 28;
  private static final int DIGITS = 3;
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

  /** Three significant digits. */
  static String value(double value) {
    return Rounded.PRINT.digits(value, DIGITS);
  }

  /** The width of a text in the size of labels, in pixels. */
  static double width(String text) {
    return Words.of(text, 0, 0, SIZE, Anchor.START).width();
  }
}

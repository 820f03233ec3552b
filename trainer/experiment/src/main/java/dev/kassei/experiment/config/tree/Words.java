package dev.kassei.experiment.config.tree;

import dev.kassei.experiment.config.tree.Node.Mapping;
import dev.kassei.experiment.config.tree.Node.Scalar;

/** What stands in a configuration, in plain words for messages. */
public final class Words {
  private static final int LONGEST = 60;

  private Words() {}

  /** Such as {@code a list}, {@code 7.9} or {@code the text "7"}. */
  public static String of(Node node) {
    if (node instanceof Mapping) {
      return "a map";
    }
    return node instanceof Scalar scalar ? of(scalar) : "a list";
  }

  private static String of(Scalar scalar) {
    if (CoreSchema.isNull(scalar)) {
      return scalar.text().isEmpty() ? "empty" : scalar.text();
    }
    if (CoreSchema.isText(scalar)) {
      return scalar.plain() ? quoted(scalar.text()) : "the text \"" + shown(scalar.text()) + '"';
    }
    return shown(scalar.text());
  }

  /** A text in single quotes. */
  public static String quoted(String text) {
    return "'" + shown(text) + "'";
  }

  /** A text that fits into one line of a message. */
  public static String shown(String text) {
    int end = text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length())));
    String line = printable(text.substring(0, end));
    return text.codePointCount(0, text.length()) > LONGEST ? line + "…" : line;
  }

  /** A text with a mark in place of every character that cannot be printed. */
  public static String printable(String text) {
    var line = new StringBuilder();
    text.codePoints().forEach(c -> line.appendCodePoint(visible(c)));
    return line.toString();
  }

  private static int visible(int character) {
    boolean printable = !Character.isISOControl(character) && Character.isDefined(character);
    return printable ? character : '\uFFFD';
  }
}

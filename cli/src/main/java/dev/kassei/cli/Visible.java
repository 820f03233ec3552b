package dev.kassei.cli;

import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Text as it may go to a terminal: characters that command a terminal, or turn the direction of
 * what follows, are shown as {@code \}{@code u001b} and the like. They come from data files, paths
 * and plugins.
 */
final class Visible {
  private Visible() {}

  /** The text with such characters escaped; line ends and tabs stay. */
  static String text(String text) {
    return IntStream.range(0, text.length()).anyMatch(i -> isCommand(text, i))
        ? escaped(text)
        : text;
  }

  private static String escaped(String text) {
    var visible = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (isCommand(text, i)) {
        visible.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
      } else {
        visible.append(character);
      }
    }
    return visible.toString();
  }

  private static boolean isCommand(String text, int index) {
    char character = text.charAt(index);
    return switch (character) {
      case '\n', '\t' -> false;
      case '\r' -> index + 1 == text.length() || text.charAt(index + 1) != '\n';
      default -> Character.isISOControl(character) || turnsDirection(character);
    };
  }

  private static boolean turnsDirection(char character) {
    return character == '\u061c'
        || character == '\u200e'
        || character == '\u200f'
        || (character >= '\u2028' && character <= '\u202e')
        || (character >= '\u2066' && character <= '\u2069');
  }
}

package dev.kassei.trainer.config;

import java.util.Locale;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;

/** What a parser's exception means to somebody who wrote the text. */
record SyntaxProblem(Location location, String message) {
  /** The problem of a text that begins at {@code whole}. */
  static SyntaxProblem of(RuntimeException exception, Location whole, String text) {
    if (exception instanceof MarkedYamlEngineException e) {
      return new SyntaxProblem(whole.at(e.getProblemMark()), reason(e));
    }
    if (exception instanceof ReaderException e) {
      return new SyntaxProblem(place(whole, text, e.getPosition()), forbidden(e.getCodePoint()));
    }
    return new SyntaxProblem(whole, String.valueOf(exception.getMessage()));
  }

  private static String reason(MarkedYamlEngineException e) {
    String context = e.getContext() == null ? "" : e.getContext() + ": ";
    return (context + e.getProblem()).replace('\n', ' ').strip();
  }

  private static String forbidden(int character) {
    return String.format(
        Locale.ROOT,
        "the character U+%04X is not allowed; write it as \"\\u%04X\"",
        character,
        character);
  }

  /** The place of a character that stands after {@code position} others. */
  private static Location place(Location whole, String text, int position) {
    if (whole.isWhole()) {
      return whole;
    }
    int line = 1;
    int column = 1;
    for (int character : text.codePoints().limit(position).toArray()) {
      line += character == '\n' ? 1 : 0;
      column = character == '\n' ? 1 : column + 1;
    }
    return new Location(whole.source(), line, column);
  }
}

package dev.kassei.experiment.config.tree;

import java.util.Locale;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import tools.jackson.core.JacksonException;

/** What a parser's exception means to somebody who wrote the text. */
record SyntaxProblem(Location location, String message) {
  /** The problem of a text that begins at {@code whole}. */
  static SyntaxProblem of(RuntimeException exception, Location whole, String text) {
    Throwable cause = cause(exception);
    if (cause instanceof MarkedYamlEngineException e) {
      return new SyntaxProblem(place(whole, e), reason(e));
    }
    if (cause instanceof ReaderException e) {
      return new SyntaxProblem(place(whole, text, e.getPosition()), forbidden(e.getCodePoint()));
    }
    return new SyntaxProblem(whole, String.valueOf(cause.getMessage()));
  }

  /** Jackson wraps what SnakeYAML Engine throws, and gives the place of the token before it. */
  private static Throwable cause(RuntimeException exception) {
    return exception instanceof JacksonException && exception.getCause() != null
        ? exception.getCause()
        : exception;
  }

  private static Location place(Location whole, MarkedYamlEngineException exception) {
    if (exception.getProblemMark().isEmpty()) {
      return whole;
    }
    Mark mark = exception.getProblemMark().get();
    return whole.at(mark.getLine() + 1, mark.getColumn() + 1);
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

package dev.kassei.experiment.config.tree;

import java.util.List;
import java.util.Locale;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import tools.jackson.core.JacksonException;

/**
 * What a parser's exception means to somebody who wrote the text.
 *
 * @param line the number of the line from 0
 * @param column the number of the character from 0
 */
record SyntaxProblem(int line, int column, String message) {
  /** The problem of a text that begins at {@code whole}. */
  static Problem of(RuntimeException exception, Location whole, String text) {
    SourceLines lines = SourceLines.of(text);
    Throwable cause = cause(exception);
    if (cause instanceof MarkedYamlEngineException e) {
      return new SyntaxWords(lines).of(e).located(whole, lines);
    }
    if (cause instanceof ReaderException e) {
      return forbidden(e, text).located(whole, lines);
    }
    return new Problem(whole, "", "not YAML: " + cause.getMessage());
  }

  /** Jackson wraps what SnakeYAML Engine throws, and gives the place of the token before it. */
  private static Throwable cause(RuntimeException exception) {
    return exception instanceof JacksonException && exception.getCause() != null
        ? exception.getCause()
        : exception;
  }

  private static SyntaxProblem forbidden(ReaderException e, String text) {
    int line = 0;
    int column = 0;
    for (int character : text.codePoints().limit(e.getPosition()).toArray()) {
      line += character == '\n' ? 1 : 0;
      column = character == '\n' ? 0 : column + 1;
    }
    int character = e.getCodePoint();
    String message =
        String.format(
            Locale.ROOT,
            "the character U+%04X is not allowed; write it as \"\\u%04X\"",
            character,
            character);
    return new SyntaxProblem(line, column, message);
  }

  private Problem located(Location whole, SourceLines lines) {
    List<String> excerpt = whole.isWhole() ? List.of() : lines.excerpt(line, column);
    return new Problem(whole.at(line + 1, column + 1), "", "not YAML: " + message, excerpt);
  }
}

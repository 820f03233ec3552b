package dev.kassei.api.expr;

import dev.kassei.api.text.Excerpt;
import java.io.Serializable;
import java.util.List;
import org.apiguardian.api.API;

/** One mistake in the text of a formula. */
@API(status = API.Status.STABLE, since = "0.1")
public final class FormulaProblem implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String message;
  private final int line;
  private final int column;
  private final String excerpt;

  private FormulaProblem(String message, int line, int column, String excerpt) {
    this.message = message;
    this.line = line;
    this.column = column;
    this.excerpt = excerpt;
  }

  /** A problem at {@code offset}, counted from 0, of the text. */
  static FormulaProblem at(String text, int offset, String message) {
    String before = text.substring(0, offset);
    int start = before.lastIndexOf('\n') + 1;
    int end = text.indexOf('\n', offset) < 0 ? text.length() : text.indexOf('\n', offset);
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    List<String> excerpt = Excerpt.of(text.substring(start, end), offset - start);
    return new FormulaProblem(message, line, offset - start + 1, String.join("\n", excerpt));
  }

  /** What was expected and what came, without the place. */
  public String message() {
    return message;
  }

  /** The line of the place, from 1. */
  public int line() {
    return line;
  }

  /** The column of the place in its line, in characters from 1. */
  public int column() {
    return column;
  }

  /** The line, and below it a caret under the place. */
  public String excerpt() {
    return excerpt;
  }

  @Override
  public String toString() {
    return message + " (column " + column + ")\n" + excerpt;
  }
}

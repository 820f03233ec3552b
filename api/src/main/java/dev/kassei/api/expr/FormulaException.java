package dev.kassei.api.expr;

import org.apiguardian.api.API;

/**
 * A formula's text cannot be read. The message says what was expected and what came, and shows the
 * line with a caret below the place.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class FormulaException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** How much of a long line is shown on either side of the place. */
  private static final int CONTEXT = 50;

  private final String problem;
  private final int line;
  private final int column;
  private final boolean aboutShapes;

  private FormulaException(
      String problem, int line, int column, boolean aboutShapes, String excerpt) {
    super(problem + " (column " + column + ")\n" + excerpt);
    this.problem = problem;
    this.line = line;
    this.column = column;
    this.aboutShapes = aboutShapes;
  }

  /** The exception for a problem at {@code offset}, counted from 0, of the text. */
  static FormulaException at(String text, int offset, String problem) {
    return at(text, offset, problem, false);
  }

  /** The exception for values that do not fit together there. */
  static FormulaException ofShapes(String text, int offset, String problem) {
    return at(text, offset, problem, true);
  }

  private static FormulaException at(String text, int offset, String problem, boolean aboutShapes) {
    String before = text.substring(0, offset);
    int start = before.lastIndexOf('\n') + 1;
    int end = text.indexOf('\n', offset) < 0 ? text.length() : text.indexOf('\n', offset);
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    return new FormulaException(
        problem,
        line,
        offset - start + 1,
        aboutShapes,
        excerpt(text.substring(start, end), offset - start));
  }

  private static String excerpt(String line, int position) {
    int from = Math.max(0, position - CONTEXT);
    int to = Math.min(line.length(), position + CONTEXT);
    String shown =
        (from > 0 ? "…" : "") + line.substring(from, to) + (to < line.length() ? "…" : "");
    int indent = position - from + (from > 0 ? 1 : 0);
    return "  " + shown.replace('\t', ' ').replace('\r', ' ') + "\n  " + " ".repeat(indent) + "^";
  }

  /** What was expected and what came, without the place. */
  public String problem() {
    return problem;
  }

  /** The line of the place, from 1. */
  public int line() {
    return line;
  }

  /** The column of the place in its line, in characters from 1. */
  public int column() {
    return column;
  }

  /** Whether the same text may be readable where its names stand for values of other shapes. */
  public boolean isAboutShapes() {
    return aboutShapes;
  }
}

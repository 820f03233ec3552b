package dev.kassei.api.text;

import java.util.List;
import org.apiguardian.api.API;

/** A line of a text, and below it a caret under one place. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Excerpt {
  /** How much of a long line is shown on either side of the place. */
  private static final int CONTEXT = 50;

  private static final String INDENT = "  ";

  private Excerpt() {}

  /**
   * The two lines.
   *
   * @param position an index into the line; its length for the place behind it
   */
  public static List<String> of(String line, int position) {
    int from = Math.max(0, position - CONTEXT);
    int to = Math.min(line.length(), position + CONTEXT);
    String before = (from > 0 ? "…" : "") + line.substring(from, position);
    String after = line.substring(position, to) + (to < line.length() ? "…" : "");
    return List.of(
        INDENT + (before + after).replaceAll("[\t\r]", " "),
        INDENT + " ".repeat(Columns.of(before)) + "^");
  }
}

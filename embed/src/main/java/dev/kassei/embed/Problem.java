package dev.kassei.embed;

import org.apiguardian.api.API;

/** One thing that is wrong, and what to do about it. */
@API(status = API.Status.STABLE, since = "0.1")
public final class Problem {
  private final String source;
  private final int line;
  private final int column;
  private final String path;
  private final String message;

  Problem(String source, int line, int column, String path, String message) {
    this.source = source;
    this.line = line;
    this.column = column;
    this.path = path;
    this.message = message;
  }

  /** A problem of nothing but words. */
  static Problem of(String message) {
    return new Problem("", 0, 0, "", message);
  }

  /** The file, or what takes its place, such as {@code experiment}; may be empty. */
  public String source() {
    return source;
  }

  /** The line from 1; 0 where there is none. */
  public int line() {
    return line;
  }

  /** The column in characters from 1; 0 where there is none. */
  public int column() {
    return column;
  }

  /** The keys that lead to it, such as {@code optimizer.learning_rate}; may be empty. */
  public String path() {
    return path;
  }

  /** What was expected, what came, and what to do. */
  public String message() {
    return message;
  }

  /** Such as {@code file.yaml:3:5: optimizer: unknown optimizer 'adm'}. */
  @Override
  public String toString() {
    String place = line > 0 ? source + ":" + line + ":" + column : source;
    return joined(place, joined(path, message));
  }

  private static String joined(String first, String rest) {
    return first.isEmpty() ? rest : first + ": " + rest;
  }
}

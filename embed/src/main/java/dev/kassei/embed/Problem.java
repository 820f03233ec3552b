package dev.kassei.embed;

import org.apiguardian.api.API;

/**
 * One thing that is wrong, and what to do about it.
 *
 * @param source the file, or what takes its place, such as {@code experiment}; may be empty
 * @param line the line from 1; 0 where there is none
 * @param column the column in characters from 1; 0 where there is none
 * @param path the keys that lead to it, such as {@code optimizer.learning_rate}; may be empty
 * @param message what was expected, what came, and what to do
 */
@API(status = API.Status.STABLE, since = "0.1")
public record Problem(String source, int line, int column, String path, String message) {
  /** A problem of nothing but words. */
  static Problem of(String message) {
    return new Problem("", 0, 0, "", message);
  }

  @Override
  public String toString() {
    String place = line > 0 ? source + ":" + line + ":" + column : source;
    return joined(place, joined(path, message));
  }

  private static String joined(String first, String rest) {
    return first.isEmpty() ? rest : first + ": " + rest;
  }
}

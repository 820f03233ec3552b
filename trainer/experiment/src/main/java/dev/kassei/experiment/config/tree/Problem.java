package dev.kassei.experiment.config.tree;

import java.util.List;

/**
 * A mistake in a configuration.
 *
 * @param location where it stands
 * @param path the keys that lead to it, such as {@code optimizer.learning_rate}; may be empty
 * @param message what was expected, what came, and what to do; in one line
 * @param excerpt lines that show the place within a value, such as a formula; may be empty
 */
public record Problem(Location location, String path, String message, List<String> excerpt) {
  /** A line break within a message comes from a value that it quotes, and is shown as a mark. */
  public Problem {
    path = Words.printable(path);
    message = Words.printable(message);
    excerpt = excerpt.stream().map(Words::printable).toList();
  }

  /** A mistake whose place needs no showing. */
  public Problem(Location location, String path, String message) {
    this(location, path, message, List.of());
  }

  @Override
  public String toString() {
    String where = location.toString();
    boolean named = path.isEmpty() || where.endsWith(" " + path);
    var text = new StringBuilder(where);
    if (!named) {
      text.append(": ").append(path);
    }
    text.append(": ").append(message);
    excerpt.forEach(line -> text.append('\n').append(line));
    return text.toString();
  }
}

package dev.kassei.trainer.config;

/**
 * A mistake in a configuration.
 *
 * @param location where it stands
 * @param path the keys that lead to it, such as {@code optimizer.learning_rate}; may be empty
 * @param message what was expected, what came, and what to do
 */
public record Problem(Location location, String path, String message) {
  @Override
  public String toString() {
    String where = location.toString();
    boolean named = path.isEmpty() || where.endsWith(" " + path);
    return named ? where + ": " + message : where + ": " + path + ": " + message;
  }
}

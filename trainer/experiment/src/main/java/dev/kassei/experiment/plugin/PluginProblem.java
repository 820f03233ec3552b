package dev.kassei.experiment.plugin;

/**
 * A plugin that cannot be used, and why.
 *
 * @param name the plugin's name, empty where it is unknown
 * @param type the name of the class, or of the service file that is broken
 * @param origin where it comes from: {@code built in}, or a jar or folder
 * @param message what is wrong and what to do
 */
public record PluginProblem(String name, String type, String origin, String message) {
  @Override
  public String toString() {
    return "%s: %s: %s".formatted(origin, type, message);
  }
}

package dev.kassei.experiment.plugin;

/** Which plugins are Kassei's own: its build looks at them, so that not each start has to. */
final class OwnPlugins {
  private static final String PACKAGE = "dev.kassei.";

  private OwnPlugins() {}

  /** Whether a class is one of them, and not of a plugin that somebody put on the class path. */
  static boolean isOwn(Class<?> type) {
    return type.getName().startsWith(PACKAGE) && PluginFrame.origin(type).isEmpty();
  }
}

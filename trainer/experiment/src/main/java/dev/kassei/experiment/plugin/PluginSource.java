package dev.kassei.experiment.plugin;

/**
 * Classes in which plugins are looked for.
 *
 * @param origin {@code built in}, or the jar or folder
 */
record PluginSource(String origin, ClassLoader loader) {
  static final String BUILT_IN = "built in";

  boolean isBuiltIn() {
    return origin.equals(BUILT_IN);
  }
}

package dev.kassei.experiment.plugin;

import java.nio.file.Path;
import java.util.List;

/**
 * Classes in which plugins are looked for.
 *
 * @param origin {@code built in}, or the jar or folder
 * @param own the jars and folders of classes that hold plugins; none if they are built in
 * @param code these and the jars that they need
 */
record PluginSource(String origin, ClassLoader loader, List<Path> own, List<Path> code) {
  static final String BUILT_IN = "built in";

  PluginSource {
    own = List.copyOf(own);
    code = List.copyOf(code);
  }

  /** The classes of Kassei itself. */
  static PluginSource builtIn(ClassLoader loader) {
    return new PluginSource(BUILT_IN, loader, List.of(), List.of());
  }

  boolean isBuiltIn() {
    return origin.equals(BUILT_IN);
  }
}

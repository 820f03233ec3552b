package dev.kassei.experiment.plugin;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A frame on a stack that is a third-party plugin's code, which its class loader tells.
 *
 * @param origin the jar or folder
 */
public record PluginFrame(String origin, StackTraceElement element) {
  private static final String LOADER = "plugin ";

  /** Those on a stack, the innermost first. */
  public static List<PluginFrame> on(StackTraceElement[] stack) {
    return Arrays.stream(stack).flatMap(frame -> of(frame).stream()).toList();
  }

  private static Optional<PluginFrame> of(StackTraceElement frame) {
    return origin(frame.getClassLoaderName()).map(origin -> new PluginFrame(origin, frame));
  }

  /** The jar or folder of a class; empty for one that is on the class path. */
  public static Optional<String> origin(Class<?> type) {
    return Optional.ofNullable(type.getClassLoader()).flatMap(loader -> origin(loader.getName()));
  }

  private static Optional<String> origin(String loader) {
    return Optional.ofNullable(loader)
        .filter(name -> name.startsWith(LOADER))
        .map(name -> name.substring(LOADER.length()));
  }

  /** The name of the class loader for the plugins at a path. */
  static String loaderName(Path path) {
    return LOADER + path;
  }

  /** The line of the source; negative where that is not known. */
  public int line() {
    return element.getLineNumber();
  }

  /** What is to be said of the plugin. */
  public PluginProblem problem(String message) {
    return new PluginProblem("", element.getClassName(), origin, message);
  }
}

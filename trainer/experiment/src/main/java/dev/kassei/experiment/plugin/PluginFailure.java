package dev.kassei.experiment.plugin;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells failures of a third-party plugin from our own, by the class loaders on the stack. */
public final class PluginFailure {
  static final String OTHER_VERSION =
      "it was built for another version of kassei-api; build it with the present one";
  private static final String LOADER = "plugin ";

  private PluginFailure() {}

  /** The plugin in a jar or folder in whose code a problem arose, if it did in any. */
  public static Optional<PluginProblem> of(Throwable problem) {
    Throwable origin = problem;
    while (origin.getCause() != null) {
      origin = origin.getCause();
    }
    for (StackTraceElement frame : origin.getStackTrace()) {
      String loader = frame.getClassLoaderName();
      if (loader != null && loader.startsWith(LOADER)) {
        String message =
            "it fails in line " + frame.getLineNumber() + ": " + origin + hint(problem);
        String path = loader.substring(LOADER.length());
        return Optional.of(new PluginProblem("", frame.getClassName(), path, message));
      }
    }
    return Optional.empty();
  }

  /** The failure of a plugin that is known, wherever in its code or below the problem arose. */
  public static PluginProblem of(Throwable problem, PluginEntry<?> entry) {
    String message =
        of(problem)
            .map(PluginProblem::message)
            .orElseGet(() -> "it fails: " + problem + hint(problem));
    return new PluginProblem(entry.name(), entry.type().getName(), entry.origin(), message);
  }

  /**
   * What to do where a problem comes from another version of the api, to be put behind it; nothing
   * where it does not.
   */
  static String hint(Throwable problem) {
    boolean otherVersion =
        Stream.iterate(problem, cause -> cause != null, Throwable::getCause)
            .anyMatch(PluginFailure::isOfOtherVersion);
    return otherVersion ? "; " + OTHER_VERSION : "";
  }

  /** Classes that the plugin's own jar lacks are no matter of versions. */
  private static boolean isOfOtherVersion(Throwable problem) {
    if (problem instanceof NoClassDefFoundError || problem instanceof ClassNotFoundException) {
      String missing = String.valueOf(problem.getMessage()).replace('/', '.');
      return missing.startsWith(ApiClassLoader.API);
    }
    return problem instanceof IncompatibleClassChangeError || problem instanceof VerifyError;
  }

  /** The name of the class loader for the plugins at a path. */
  static String loaderName(Path path) {
    return LOADER + path;
  }
}

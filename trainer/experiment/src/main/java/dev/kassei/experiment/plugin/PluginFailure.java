package dev.kassei.experiment.plugin;

import dev.kassei.api.value.ContractException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells failures of a third-party plugin from our own, by the class loaders on the stack. */
public final class PluginFailure {
  static final String OTHER_VERSION =
      "it was built for another version of kassei-api; build it with the present one";
  private static final String MISSING =
      "; put the jar that has this class into lib/ beside the plugin's jar and name their folder, or make it a dependency of the plugin's project and build that";
  private static final Pattern CLASS_NAME =
      Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*(\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*");
  private static final Pattern AGAIN = Pattern.compile("^Exception (.*) \\[in thread \".*\"\\]$");

  private PluginFailure() {}

  /** The plugin in a jar or folder in whose code a problem arose, if it did in any. */
  public static Optional<PluginProblem> of(Throwable problem) {
    Throwable origin = problem;
    while (origin.getCause() != null) {
      origin = origin.getCause();
    }
    if (origin instanceof ContractException breach) {
      return of(breach);
    }
    String reason = origin + hint(problem);
    return PluginFrame.on(origin.getStackTrace()).stream()
        .findFirst()
        .map(frame -> frame.problem("it fails in line " + frame.line() + ": " + reason));
  }

  private static Optional<PluginProblem> of(ContractException breach) {
    Class<?> type = breach.plugin();
    return PluginFrame.origin(type)
        .map(path -> new PluginProblem("", className(type), path, breach.getMessage()));
  }

  /** Of a lambda that of the class in which it is written. */
  private static String className(Class<?> type) {
    return type.getName().replaceFirst("\\$\\$Lambda.*", "");
  }

  /** The failure of a plugin that is known, wherever in its code or below the problem arose. */
  public static PluginProblem of(Throwable problem, PluginEntry<?> entry) {
    String message =
        of(problem)
            .map(PluginProblem::message)
            .orElseGet(() -> "it fails: " + problem + hint(problem));
    return new PluginProblem(entry.name(), entry.type().getName(), entry.origin(), message);
  }

  /** Why a constructor without arguments gives no defaults. */
  static String ofConstruction(Throwable problem) {
    Optional<String> initializer =
        Stream.iterate(problem, cause -> cause != null, Throwable::getCause)
            .filter(ExceptionInInitializerError.class::isInstance)
            .findFirst()
            .map(PluginFailure::ofInitializer);
    Throwable cause = problem.getCause() == null ? problem : problem.getCause();
    return initializer.isPresent()
        ? "a static initializer fails: " + initializer.get()
        : "its constructor without arguments fails: " + cause + hint(cause);
  }

  /** Told again of a class that failed before, the JVM has its exception as text alone. */
  private static String ofInitializer(Throwable error) {
    if (error.getCause() != null) {
      return error.getCause().toString();
    }
    return AGAIN.matcher(String.valueOf(error.getMessage())).replaceFirst("$1");
  }

  /**
   * What to do where a problem comes from another version of the api, or from a class that is
   * nowhere, to be put behind it; nothing where it does not.
   */
  static String hint(Throwable problem) {
    List<Throwable> causes =
        Stream.iterate(problem, cause -> cause != null, Throwable::getCause).toList();
    if (causes.stream().anyMatch(PluginFailure::isOfOtherVersion)) {
      return "; " + OTHER_VERSION;
    }
    return causes.stream().anyMatch(cause -> missing(cause).isPresent()) ? MISSING : "";
  }

  /** Classes that the plugin's own jar lacks are no matter of versions. */
  private static boolean isOfOtherVersion(Throwable problem) {
    return missing(problem).filter(name -> name.startsWith(ApiClassLoader.API)).isPresent()
        || (problem instanceof IncompatibleClassChangeError || problem instanceof VerifyError);
  }

  /** The class that could not be found; the JVM names some as in class files. */
  private static Optional<String> missing(Throwable problem) {
    boolean isMissing =
        problem instanceof NoClassDefFoundError || problem instanceof ClassNotFoundException;
    return isMissing
        ? Optional.ofNullable(problem.getMessage())
            .map(name -> name.replace('/', '.'))
            .filter(name -> CLASS_NAME.matcher(name).matches())
        : Optional.empty();
  }
}

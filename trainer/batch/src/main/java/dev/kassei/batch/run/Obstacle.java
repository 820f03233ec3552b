package dev.kassei.batch.run;

import dev.kassei.experiment.plugin.OwnPluginException;
import dev.kassei.experiment.plugin.PluginFailure;
import dev.kassei.experiment.plugin.PluginProblem;
import dev.kassei.results.text.UserFixable;
import java.util.List;
import java.util.Optional;

/**
 * Why a trial could not be run here, which says nothing about the experiment: too little memory, a
 * file that was away, a plugin with a fault.
 *
 * @param reason what happened
 * @param advice what helps; empty where the reason says it
 * @param isTemporary whether it may succeed later or on another machine
 */
public record Obstacle(String reason, String advice, boolean isTemporary) {
  private static final String NO_THREAD = "native thread";
  private static final String FIX = "Fix the plugin, or leave it out.";
  private static final long MIN_MEBIBYTES = 1024;

  /** What stood in the way, by what was thrown. */
  public static Obstacle of(Throwable problem) {
    return of(problem, List.of());
  }

  /**
   * The same of a trial that may use plugins of the program, whatever these throw.
   *
   * @param own their names
   */
  static Obstacle of(Throwable problem, List<String> own) {
    Throwable origin = origin(problem);
    Optional<PluginProblem> plugin = PluginFailure.of(problem);
    if (origin instanceof OutOfMemoryError) {
      return String.valueOf(origin.getMessage()).contains(NO_THREAD) ? threads() : memory();
    }
    if (plugin.isPresent()) {
      return new Obstacle("a plugin fails: " + plugin.get(), FIX, false);
    }
    if (origin instanceof StackOverflowError) {
      return new Obstacle(
          "its formulas are nested more deeply than a thread of Java can follow",
          "A larger stack helps: KASSEI_JAVA_OPTS=-Xss16m before the command.",
          false);
    }
    return problem instanceof UserFixable fixable
        ? new Obstacle(String.valueOf(problem.getMessage()), "", fixable.isTemporary())
        : unknown(origin, own);
  }

  /** A trial that took two workers along, each time alone. */
  static Obstacle lostWorkers(String last) {
    return new Obstacle(
        "it was trained alone when two workers ended, the last so: " + last,
        "A worker that is killed may have needed more memory than there was: fewer --workers help."
            + " What it printed stands above.",
        true);
  }

  private static Throwable origin(Throwable problem) {
    Throwable origin = problem;
    while (origin.getCause() != null) {
      origin = origin.getCause();
    }
    return origin;
  }

  private static Obstacle memory() {
    long present = Runtime.getRuntime().maxMemory() >> 20;
    return new Obstacle(
        "it does not fit into the %s MiB that Java may use".formatted(present),
        "More memory helps, KASSEI_JAVA_OPTS=-Xmx%sm before the command, or fewer trials at once:"
                .formatted(Math.max(MIN_MEBIBYTES, 2 * present))
            + " --threads 1 --lanes 1.",
        true);
  }

  private static Obstacle threads() {
    return new Obstacle(
        "the system refused another thread",
        "Fewer threads help, as --threads 1, or a higher limit of processes (ulimit -u).",
        true);
  }

  private static Obstacle unknown(Throwable origin, List<String> own) {
    StackTraceElement[] trace = origin.getStackTrace();
    String reason = origin + (trace.length > 0 ? " at " + trace[0] : "");
    if (!own.isEmpty()) {
      return new Obstacle(OwnPluginException.message(own, reason), FIX, false);
    }
    return new Obstacle(
        reason,
        "What is neither the machine's nor a plugin's fault is a defect of Kassei; please report it.",
        false);
  }

  /** Reason and advice as sentences. */
  @Override
  public String toString() {
    return advice.isEmpty() ? reason : reason + ". " + advice;
  }
}

package dev.kassei.cli.failure;

import dev.kassei.batch.run.Obstacle;
import dev.kassei.experiment.plugin.PluginFailure;
import dev.kassei.experiment.plugin.PluginProblem;
import dev.kassei.results.file.WriteFailure;
import dev.kassei.results.text.UserFixable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;

/** Turns what went wrong into a report and an exit code. */
public final class Failures {
  /** A run failed. */
  public static final int FAILED = 1;

  /** Something that the user can fix. */
  public static final int FIXABLE = 2;

  /** The machine was in the way: the same may succeed later or elsewhere (sysexits' TEMPFAIL). */
  public static final int TEMPORARY = 75;

  private Failures() {}

  /**
   * Prints a report for what the user can fix, failures of plugins among it.
   *
   * @return the exit code
   * @throws Exception the problem itself, if it is a defect of Kassei
   */
  public static int report(Exception problem, PrintWriter err) throws Exception {
    if (!isFixable(problem)) {
      PluginProblem culprit = PluginFailure.of(problem).orElseThrow(() -> problem);
      err.println("a plugin fails: " + culprit);
      return FIXABLE;
    }
    Throwable cause = problem instanceof UncheckedIOException e ? e.getCause() : problem;
    err.println(cause instanceof IOException e ? WriteFailure.sentence(e) : problem.getMessage());
    return isTemporary(cause) ? TEMPORARY : FIXABLE;
  }

  private static boolean isTemporary(Throwable problem) {
    return problem instanceof IOException unwritten
        ? WriteFailure.isTemporary(unwritten)
        : problem instanceof UserFixable fixable && fixable.isTemporary();
  }

  /**
   * Prints a report for an error in a plugin, as one that was built for another version has it, or
   * for a lack of memory.
   *
   * @return the exit code
   */
  public static int report(Error problem, PrintWriter err) {
    if (problem instanceof OutOfMemoryError) {
      err.println(Obstacle.of(problem));
      return TEMPORARY;
    }
    PluginProblem culprit = PluginFailure.of(problem).orElseThrow(() -> problem);
    err.println("a plugin fails: " + culprit);
    return FIXABLE;
  }

  private static boolean isFixable(Exception problem) {
    return problem instanceof UserFixable
        || problem instanceof IOException
        || problem instanceof UncheckedIOException;
  }
}

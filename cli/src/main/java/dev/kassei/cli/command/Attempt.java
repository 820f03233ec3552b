package dev.kassei.cli.command;

import dev.kassei.batch.run.Obstacle;
import dev.kassei.cli.failure.Failures;
import dev.kassei.experiment.config.ExperimentException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** Work on one file of several: what goes wrong with it does not stop the others. */
final class Attempt {
  private Attempt() {}

  /** Does the work and returns its exit code, or that of its failure. */
  static int at(Path file, PrintWriter err, Callable<Integer> work) {
    try {
      return work.call();
    } catch (ExperimentException e) {
      err.println(file + ": " + e.getMessage());
      return e.isTemporary() ? Failures.TEMPORARY : Failures.FIXABLE;
    } catch (OutOfMemoryError e) {
      err.println(file + ": " + Obstacle.of(e));
      return Failures.TEMPORARY;
    } catch (Exception | Error e) {
      return report(file, err, e);
    }
  }

  /** A defect is shown as it is, and the work on the other files continues. */
  private static int report(Path file, PrintWriter err, Throwable problem) {
    try {
      return problem instanceof Error error
          ? Failures.report(error, err)
          : Failures.report((Exception) problem, err);
    } catch (Exception | Error defect) {
      err.println(file + ": this is a defect of Kassei");
      defect.printStackTrace(err);
      return Failures.FAILED;
    }
  }
}

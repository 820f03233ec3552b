package dev.kassei.cli;

import dev.kassei.trainer.batch.Obstacle;
import dev.kassei.trainer.config.ExperimentException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** Work on one file of several: what goes wrong with it does not stop the others. */
final class Attempt {
  private Attempt() {}

  /** Does the work and returns its exit code, or that of its failure. */
  static int at(Path file, PrintWriter err, Callable<Integer> work) throws Exception {
    try {
      return work.call();
    } catch (ExperimentException e) {
      err.println(file + ": " + e.getMessage());
      return Failures.FIXABLE;
    } catch (Exception e) {
      return Failures.report(e, err);
    } catch (OutOfMemoryError e) {
      err.println(file + ": " + Obstacle.of(e));
      return Failures.FIXABLE;
    } catch (LinkageError | StackOverflowError e) {
      return Failures.report(e, err);
    }
  }
}

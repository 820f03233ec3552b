package dev.kassei.cli;

import dev.kassei.trainer.batch.BatchOptions;
import dev.kassei.trainer.batch.BatchRun;
import dev.kassei.trainer.batch.BatchRunner;
import dev.kassei.trainer.batch.Stop;
import dev.kassei.trainer.batch.TrialResult;
import dev.kassei.trainer.config.BatchConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Trains a batch, and ends it cleanly when the process is asked to end. */
final class BatchTraining {
  private static final int SHOWN = 20;

  private final PrintWriter out;
  private final PrintWriter err;
  private final BatchOptions options;

  BatchTraining(PrintWriter out, PrintWriter err, BatchOptions options) {
    this.out = out;
    this.err = err;
    this.options = options;
  }

  /**
   * Trains in a folder and prints what came out.
   *
   * @return the exit code
   */
  int run(BatchConfig batch, Path folder) throws IOException {
    batch.warnings().forEach(warning -> err.println("warning: " + warning));
    var stop = new Stop();
    BatchRun run;
    try (var guard = new Guard(stop, err, folder)) {
      var runner = new BatchRunner(batch, Version.kassei(), options, stop, new BatchProgress(err));
      run = runner.run(folder);
    }
    failures(run.failures());
    out.println("Digest: " + run.digest());
    out.println(folder);
    return run.isComplete() && run.failures().isEmpty() ? 0 : Failures.FAILED;
  }

  private void failures(List<TrialResult> failures) {
    failures.stream()
        .limit(SHOWN)
        .forEach(
            trial ->
                err.printf(
                    "trial %s %s (%s): %s%n",
                    trial.number(),
                    trial.record().status().text(),
                    BatchPlan.described(trial.axes()),
                    trial.record().reason()));
    if (failures.size() > SHOWN) {
      err.printf("and %s more, see trials.csv%n", failures.size() - SHOWN);
    }
  }

  /** While it is open, a request to end the process lets trials that have ended be kept. */
  private static final class Guard implements AutoCloseable {
    private static final int PATIENCE = 10_000;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    Guard(Stop stop, PrintWriter err, Path folder) {
      hook =
          new Thread(
              () -> {
                stop.want();
                err.println();
                err.println(
                    "Stopped. What has ended is kept in %s; the same command goes on."
                        .formatted(folder));
                err.flush();
                await();
              });
      Runtime.getRuntime().addShutdownHook(hook);
    }

    private void await() {
      try {
        ended.await(PATIENCE, java.util.concurrent.TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void close() {
      ended.countDown();
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // the process is ending: the hook runs
        return;
      }
    }
  }
}

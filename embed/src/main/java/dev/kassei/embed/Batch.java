package dev.kassei.embed;

import dev.kassei.batch.history.PlanLog;
import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.plan.FileLoader;
import dev.kassei.batch.report.BatchReporter;
import dev.kassei.batch.run.BatchListener;
import dev.kassei.batch.run.BatchOptions;
import dev.kassei.batch.run.BatchRun;
import dev.kassei.batch.run.BatchRunner;
import dev.kassei.batch.run.Looks;
import dev.kassei.batch.run.StopSignal;
import dev.kassei.batch.run.TrialResult;
import dev.kassei.batch.saved.SavedRuns;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.experiment.training.RunOptions;
import dev.kassei.results.RunFolder;
import dev.kassei.results.record.BatchFiles;
import dev.kassei.results.record.BatchRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Trains and compares a batch. */
final class Batch {
  private static final String TEMPORARY = "kassei-batch";

  private final Means means;
  private final StopSignal stop;

  Batch(Means means) {
    this.means = means;
    this.stop = new StopSignal(means.watch().stop());
  }

  /** In a folder of its own, which is deleted. */
  BatchResult run(Experiment experiment) throws IOException {
    return interruptible(
        () -> {
          Path folder = Files.createTempDirectory(TEMPORARY);
          try {
            return run(loaded(experiment), folder, run -> {});
          } finally {
            new RunFolder(folder).delete();
          }
        });
  }

  /**
   * An interrupted thread can neither read nor write files, and so is interrupted again once all is
   * written.
   */
  private BatchResult interruptible(Failures.Work<BatchResult> work) throws IOException {
    if (Thread.interrupted()) {
      stop.interrupt();
    }
    try {
      return work.result();
    } finally {
      if (stop.isInterrupted()) {
        Thread.currentThread().interrupt();
      }
    }
  }

  BatchResult run(Experiment experiment, Path folder) throws IOException {
    return interruptible(
        () -> {
          BatchConfig batch = loaded(experiment);
          return run(batch, folder, run -> writeRuns(batch, run));
        });
  }

  private BatchConfig loaded(Experiment experiment) {
    return new FileLoader(means.loader(experiment))
        .batch(experiment.source(), experiment.settings());
  }

  /** What is done at the end of a batch that was not stopped. */
  @FunctionalInterface
  private interface Ending {
    void of(BatchRun run) throws IOException;
  }

  private BatchResult run(BatchConfig batch, Path folder, Ending ending) throws IOException {
    var runner = new BatchRunner(batch, Release.version(), options(), stop, listener());
    return runner.run(folder, run -> ended(batch, run, ending));
  }

  private BatchOptions options() {
    return new BatchOptions(
        means.threads(), Optional.empty(), RunOptions.Kernels.AUTO, false, false);
  }

  private BatchResult ended(BatchConfig batch, BatchRun run, Ending ending) throws IOException {
    if (!run.isComplete()) {
      BatchReporter.writeTables(run.folder(), batch, run.results());
      return BatchResult.of(run, batch.warnings(), trials(run), Optional.empty());
    }
    BatchRecord record = reported(batch, run);
    ending.of(run);
    return BatchResult.of(run, batch.warnings(), trials(run), Optional.of(record));
  }

  private static Table trials(BatchRun run) throws IOException {
    return Table.read(run.folder().resolve(BatchFiles.TRIALS));
  }

  private static BatchRecord reported(BatchConfig batch, BatchRun run) throws IOException {
    try {
      return BatchReporter.write(run.folder(), batch, run.results(), run.digest(), Release.name());
    } catch (IllegalArgumentException e) {
      throw new ExperimentException("batch.compare", e);
    }
  }

  /** What a folder that stays has beside tables: who looked at it, and the runs that are kept. */
  private void writeRuns(BatchConfig batch, BatchRun run) throws IOException {
    List<TrialResult> trials = run.results().trials();
    PlanLog.read(run.folder())
        .look(
            "run",
            batch.plan(),
            trials.size(),
            run.planned(),
            Looks.seeds(batch.trials(), trials),
            List.of());
    new SavedRuns(batch, Release.name(), options(), stop, listener()).write(run);
  }

  private BatchListener listener() {
    return new BatchListener() {
      private String what = "";
      private long total;
      private long done;

      @Override
      public void started(String begun, long all, List<TrialResult> known) {
        what = begun;
        total = all;
        done = known.size();
        tell();
      }

      @Override
      public void known(List<TrialResult> trials) {
        ended(trials);
      }

      @Override
      public void ended(List<TrialResult> trials) {
        done += trials.size();
        tell();
      }

      @Override
      public void finished() {}

      private void tell() {
        means.watch().onProgress().accept(new Progress(what, done, total));
      }
    };
  }
}

package dev.kassei.cli.command;

import dev.kassei.batch.history.PlanLog;
import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.report.BatchReporter;
import dev.kassei.batch.report.BatchSummary;
import dev.kassei.batch.run.BatchMerge;
import dev.kassei.batch.run.BatchOptions;
import dev.kassei.batch.run.BatchRun;
import dev.kassei.batch.run.BatchRunner;
import dev.kassei.batch.run.Looks;
import dev.kassei.batch.run.Shard;
import dev.kassei.batch.run.ShardJournals;
import dev.kassei.batch.run.StopSignal;
import dev.kassei.batch.run.TrialResult;
import dev.kassei.batch.run.UnrunTrial;
import dev.kassei.batch.saved.SavedRuns;
import dev.kassei.cli.failure.Failures;
import dev.kassei.cli.progress.BatchProgress;
import dev.kassei.cli.progress.StatusLine;
import dev.kassei.cli.project.ShellWord;
import dev.kassei.cli.sheet.BatchPlan;
import dev.kassei.cli.sheet.DataNotes;
import dev.kassei.cli.terminal.Terminal;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.results.TrainingSites;
import dev.kassei.results.record.BatchRecord;
import dev.kassei.results.record.RunFiles;
import dev.kassei.results.text.Noun;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Trains a batch, and ends it cleanly when the process is asked to end. */
final class BatchTraining {
  private static final int MAX_SHOWN = 20;

  private final PrintWriter out;
  private final PrintWriter err;
  private final BatchOptions options;
  private final boolean draws;

  /**
   * @param draws whether pictures and a report are wanted
   */
  BatchTraining(PrintWriter out, PrintWriter err, BatchOptions options, boolean draws) {
    this.out = out;
    this.err = err;
    this.options = options;
    this.draws = draws;
  }

  /**
   * Trains in a folder and prints the results.
   *
   * @return the exit code
   */
  int run(BatchConfig batch, Path folder) throws IOException {
    batch.warnings().forEach(warning -> err.println("warning: " + warning));
    DataNotes data = new StatusLine(err).during("reading the data …", () -> DataNotes.of(batch));
    data.printReadings(out);
    DrawnBatch drawn = DrawnBatch.before(folder);
    var stop = new StopSignal();
    var guard = new InterruptGuard(stop, err, "finished trials are saved in " + folder);
    try {
      var progress = new BatchProgress(err, options.chunksAtOnce(), Optional.of(batch));
      var runner = new BatchRunner(batch, Version.both(), options, stop, progress);
      return runner.run(folder, run -> ended(batch, data, drawn, run, stop));
    } finally {
      guard.release();
    }
  }

  /**
   * Merges the folders of shards into one and prints the results, if all are there.
   *
   * @return the exit code
   */
  int merge(BatchConfig batch, ShardJournals journals, Path out) throws IOException {
    DataNotes data = new StatusLine(err).during("reading the data …", () -> DataNotes.of(batch));
    data.printReadings(this.out);
    DrawnBatch drawn = DrawnBatch.before(out);
    var stop = new StopSignal();
    var guard = new InterruptGuard(stop, err, "what was merged is saved in " + out);
    try {
      var report = new MergeReport(journals.folders(), err);
      var merge = new BatchMerge(batch, Version.both());
      return merge.into(
          out,
          journals,
          report.shards(),
          merged -> {
            report.print(merged);
            int code =
                merged.run().isComplete()
                    ? ended(batch, data, drawn, merged.run(), stop)
                    : stopped(batch, merged.run(), "");
            return merged.conflicts().isEmpty() ? code : Failures.FAILED;
          });
    } finally {
      guard.release();
    }
  }

  private int ended(
      BatchConfig batch, DataNotes data, DrawnBatch drawn, BatchRun run, StopSignal stop)
      throws IOException {
    failures(run.failures());
    unrun(run.unrun());
    if (!run.isComplete()) {
      return stopped(batch, run, "; the same command resumes");
    }
    if (options.shard().isPresent()) {
      return shardEnded(options.shard().get(), run);
    }
    data.printTasks(out);
    Path last = report(batch, drawn, run, stop);
    TrainingSites.read(run.folder()).caution().ifPresent(err::println);
    out.println("Digest: " + run.digest());
    out.println(last);
    return run.failures().isEmpty() ? 0 : Failures.FAILED;
  }

  /** Saves what has ended, but shows no results: to look at them before the end is a choice. */
  private int stopped(BatchConfig batch, BatchRun run, String continuation) throws IOException {
    if (!run.results().trials().isEmpty()) {
      BatchReporter.writeTables(run.folder(), batch, run.results());
    }
    err.printf(
        "%s of %s trials are trained%s%n",
        run.results().trials().size(), run.planned(), continuation);
    out.println(run.folder());
    return code(run.unrun());
  }

  /** What could not run here is no result: it runs later or elsewhere, or once it is mended. */
  private static int code(List<UnrunTrial> unrun) {
    if (unrun.isEmpty()) {
      return Failures.FAILED;
    }
    boolean isTemporary = unrun.stream().anyMatch(trial -> trial.obstacle().isTemporary());
    return isTemporary ? Failures.TEMPORARY : Failures.FIXABLE;
  }

  /** A share says nothing about the whole, so nothing is shown of it. */
  private int shardEnded(Shard shard, BatchRun run) {
    err.printf("shard %s: %s, all have ended%n", shard, Noun.TRIAL.count(run.planned()));
    String folder = run.folder().toString();
    if (folder.endsWith(shard.suffix())) {
      String whole = ShellWord.of(folder.substring(0, folder.length() - shard.suffix().length()));
      err.printf("once the others have, too: kassei merge %s-shard-* --out %s%n", whole, whole);
    }
    out.println(run.folder());
    return run.failures().isEmpty() ? 0 : Failures.FAILED;
  }

  /** Writes what was found, prints it, and saves run folders; the last of the files. */
  private Path report(BatchConfig batch, DrawnBatch drawn, BatchRun run, StopSignal stop)
      throws IOException {
    try {
      BatchRecord record =
          BatchReporter.write(run.folder(), batch, run.results(), run.digest(), Version.kassei());
      BatchSummary.lines(record, Terminal.outputColumns()).forEach(out::println);
    } catch (IllegalArgumentException e) {
      throw new ExperimentException("batch.compare", e);
    }
    List<TrialResult> trials = run.results().trials();
    PlanLog.read(run.folder())
        .look(
            "run",
            batch.plan(),
            trials.size(),
            run.planned(),
            Looks.seeds(batch.trials(), trials),
            List.of());
    saveRuns(batch, run, stop);
    if (!draws) {
      return run.folder();
    }
    return drawn.isKept() ? drawn.page() : Drawing.draw(run.folder(), err);
  }

  private void saveRuns(BatchConfig batch, BatchRun run, StopSignal stop) throws IOException {
    var progress = new BatchProgress(err, 1, Optional.empty());
    var runs = new SavedRuns(batch, Version.kassei(), options.here(), stop, progress);
    for (Path folder : runs.write(run)) {
      if (draws && !stop.isRequested() && Files.notExists(folder.resolve(RunFiles.REPORT))) {
        Drawing.draw(folder, err);
      }
    }
  }

  private void failures(List<TrialResult> failures) {
    failures.stream()
        .limit(MAX_SHOWN)
        .forEach(
            trial ->
                err.printf(
                    "trial %s %s (%s): %s%n",
                    trial.number(),
                    trial.record().status().text(),
                    BatchPlan.described(trial.axes()),
                    trial.record().reason()));
    if (failures.size() > MAX_SHOWN) {
      err.printf("and %s more, see trials.csv%n", failures.size() - MAX_SHOWN);
    }
  }

  /** Each with its reason, and then each advice once. */
  private void unrun(List<UnrunTrial> unrun) {
    unrun.stream()
        .limit(MAX_SHOWN)
        .forEach(
            trial ->
                err.printf(
                    "%s could not run here (%s): %s%n",
                    trial.title(), BatchPlan.described(trial.axes()), trial.obstacle().reason()));
    if (unrun.size() > MAX_SHOWN) {
      err.printf("and %s more could not%n", unrun.size() - MAX_SHOWN);
    }
    unrun.stream()
        .map(trial -> trial.obstacle().advice())
        .filter(advice -> !advice.isEmpty())
        .distinct()
        .forEach(err::println);
  }
}

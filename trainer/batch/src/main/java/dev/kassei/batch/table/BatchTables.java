package dev.kassei.batch.table;

import dev.kassei.api.Epoch;
import dev.kassei.batch.run.BatchResults;
import dev.kassei.batch.run.TrialRecord;
import dev.kassei.batch.run.TrialResult;
import dev.kassei.batch.table.TimingTable.Timing;
import dev.kassei.results.EnvironmentFile;
import dev.kassei.results.file.WholeFile;
import dev.kassei.results.record.BatchFiles;
import dev.kassei.results.record.SiteRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The tables of a batch's folder. */
public final class BatchTables {
  private BatchTables() {}

  /**
   * Writes all tables; that of the tuning only where there was one.
   *
   * @param folder which says in {@code environment.jsonl} where trials were trained
   */
  public static void write(Path folder, BatchResults results) throws IOException {
    WholeFile.removeDrafts(folder);
    WholeFile.text(
        folder.resolve(BatchFiles.TRIALS), out -> TrialTable.write(results.trials(), out));
    WholeFile.text(
        folder.resolve(BatchFiles.CURVES), out -> CurveTable.write(results.trials(), out));
    List<SiteRecord> sites = EnvironmentFile.read(folder);
    WholeFile.text(
        folder.resolve(BatchFiles.TIMINGS), out -> TimingTable.write(results.trials(), sites, out));
    if (!results.tuning().isEmpty()) {
      WholeFile.text(
          folder.resolve(BatchFiles.TUNING), out -> TuningTable.write(results.tuning(), out));
    }
  }

  /**
   * Reads results, but for curves and timings.
   *
   * @throws BatchFolderException if a table is missing or damaged
   */
  public static BatchResults read(Path folder) throws IOException {
    Path trials = folder.resolve(BatchFiles.TRIALS);
    if (!Files.isRegularFile(trials)) {
      throw BatchFolderException.foreign(folder, "it holds no " + BatchFiles.TRIALS);
    }
    Path tuning = folder.resolve(BatchFiles.TUNING);
    return new BatchResults(
        TrialTable.read(trials), Files.exists(tuning) ? TuningTable.read(tuning) : List.of());
  }

  /**
   * The same results with curves and timings.
   *
   * @throws BatchFolderException if a table is missing or damaged
   */
  public static BatchResults withCurves(Path folder, BatchResults results) throws IOException {
    Map<Integer, Timing> timings = TimingTable.read(required(folder, BatchFiles.TIMINGS));
    var trials = new LinkedHashMap<Integer, TrialResult>();
    for (TrialResult trial : results.trials()) {
      Timing timing = timings.getOrDefault(trial.number(), Timing.UNKNOWN);
      trials.put(trial.number(), with(trial, List.of(), timing));
    }
    CurveTable.read(
        required(folder, BatchFiles.CURVES),
        (number, curve) ->
            trials.computeIfPresent(number, (key, trial) -> with(trial, curve, Timing.of(trial))));
    return new BatchResults(List.copyOf(trials.values()), results.tuning());
  }

  /**
   * Reads the curves of trials, one at a time.
   *
   * @param curves told the number of each trial that has a curve, and its epochs
   * @throws BatchFolderException if the table is missing or damaged
   */
  public static void curves(Path folder, BiConsumer<Integer, List<Epoch>> curves)
      throws IOException {
    CurveTable.read(required(folder, BatchFiles.CURVES), curves);
  }

  private static Path required(Path folder, String name) {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw BatchFolderException.damaged(file, "there is no such file");
    }
    return file;
  }

  private static TrialResult with(TrialResult trial, List<Epoch> curve, Timing timing) {
    TrialRecord record = trial.record();
    return new TrialResult(
        trial.number(),
        trial.axes(),
        trial.tuned(),
        new TrialRecord(
            record.key(),
            record.status(),
            record.reason(),
            record.epochs(),
            record.bestEpoch(),
            record.rows(),
            record.guess(),
            record.last(),
            record.best(),
            curve,
            record.digest(),
            timing.seconds(),
            timing.site()));
  }
}

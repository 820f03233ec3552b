package dev.kassei.export.tensorboard;

import dev.kassei.api.Epoch;
import dev.kassei.api.value.Requirements;
import dev.kassei.batch.run.TrialResult;
import dev.kassei.batch.run.TrialStatus;
import dev.kassei.export.settings.Setting;
import dev.kassei.export.settings.Settings;
import dev.kassei.export.tensorboard.Hyperparameters.End;
import dev.kassei.export.trials.Trials;
import dev.kassei.results.Run;
import dev.kassei.results.record.BatchFiles;
import dev.kassei.results.record.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Saved runs as folders that TensorBoard shows: of a batch, one per trial. */
public final class TensorBoardFolder {
  /** TensorBoard lists the runs beside the pictures, which nobody reads for more. */
  private static final int MOST_TRIALS = 1000;

  private TensorBoardFolder() {}

  /**
   * Writes what is in the folder of a run or of a batch. The times are those of its files, so that
   * the same folder gives the same bytes.
   *
   * @param target the folder to write into
   * @throws IllegalArgumentException if there are more trials than can be shown
   */
  public static void write(Path folder, Path target) throws IOException {
    Optional<Trials> trials = Trials.in(folder);
    if (trials.isPresent()) {
      write(trials.get(), target);
    } else {
      write(Run.read(folder), target);
    }
  }

  private static void write(Run run, Path target) throws IOException {
    Instant time = time(run.folder().resolve(RunFiles.RUN));
    EventFile file = EventFile.in(target).startAfter(0, time);
    file.add(RunEvents.epochs(run, time));
    file.add(RunEvents.result(run, time));
  }

  private static void write(Trials trials, Path target) throws IOException {
    Requirements.require(
        trials.all().size() <= MOST_TRIALS,
        "TensorBoard can hardly show %s runs beside each other; expected at most %s trials. Export"
            + " one of the folders in '%s', or all trials with --parquet or --mlflow",
        trials.all().size(),
        MOST_TRIALS,
        trials.folder().resolve(BatchFiles.RUNS));
    Instant time = time(trials.folder().resolve(BatchFiles.TRIALS));
    trials.forEach((trial, curve) -> write(trial, curve, time, target));
  }

  private static void write(TrialResult trial, List<Epoch> curve, Instant time, Path target)
      throws IOException {
    var events = new ArrayList<Event>();
    curve.forEach(epoch -> events.add(RunEvents.epoch(epoch, time)));
    int step = trial.record().epochs();
    events.add(RunEvents.finals(trial.record().last(), step, time));
    Map<String, Setting> settings = Settings.of(trial);
    boolean isCompleted = trial.record().status() == TrialStatus.COMPLETED;
    events.addAll(
        Hyperparameters.events(time, step, settings, isCompleted ? End.SUCCESS : End.FAILURE));
    EventFile.in(target.resolve("trial-" + trial.number())).startAfter(0, time).add(events);
  }

  private static Instant time(Path file) throws IOException {
    return Files.getLastModifiedTime(file).toInstant();
  }
}

package dev.kassei.trainer.batch.kept;

import dev.kassei.api.Listener;
import dev.kassei.api.result.BatchFiles;
import dev.kassei.api.result.RunRecord;
import dev.kassei.trainer.batch.BatchListener;
import dev.kassei.trainer.batch.BatchRun;
import dev.kassei.trainer.batch.Stop;
import dev.kassei.trainer.batch.TrialResult;
import dev.kassei.trainer.batch.TrialStatus;
import dev.kassei.trainer.batch.analysis.BestTrials;
import dev.kassei.trainer.batch.analysis.Subject;
import dev.kassei.trainer.config.BatchConfig;
import dev.kassei.trainer.config.ExperimentException;
import dev.kassei.trainer.result.RunFolder;
import dev.kassei.trainer.training.Experiment;
import dev.kassei.trainer.training.RunOptions;
import dev.kassei.trainer.training.RunWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The run folders of a batch: trials that are worth it are trained once more, to the same bits, and
 * written as a single run would be. Those that are there already stay.
 */
public final class KeptRuns {
  private final BatchConfig batch;
  private final String version;
  private final RunOptions options;
  private final Stop stop;
  private final BatchListener listener;

  /**
   * @param version of Kassei
   * @param listener told how it goes
   */
  public KeptRuns(
      BatchConfig batch, String version, RunOptions options, Stop stop, BatchListener listener) {
    this.batch = batch;
    this.version = version;
    this.options = options;
    this.stop = stop;
    this.listener = listener;
  }

  /**
   * Writes what {@code keep} asks for.
   *
   * @return the folders, by number of their trials; some may be missing where it was stopped
   * @throws ExperimentException if a trial does not give the same bits again
   */
  public List<Path> write(BatchRun run) throws IOException {
    removeStrangers(run);
    var folders = new ArrayList<Path>();
    var known = new ArrayList<TrialResult>();
    var missing = new ArrayList<TrialResult>();
    for (TrialResult trial : chosen(run)) {
      Path folder = folder(run, trial).path();
      folders.add(folder);
      (Files.exists(folder) ? known : missing).add(trial);
    }
    listener.started("runs", folders.size(), known);
    for (TrialResult trial : missing) {
      if (!stop.isWanted()) {
        write(trial, folder(run, trial).path());
        listener.ended(List.of(trial));
      }
    }
    listener.finished();
    return folders.stream().filter(Files::exists).toList();
  }

  private static RunFolder folder(BatchRun run, TrialResult trial) {
    return new RunFolder(run.folder().resolve(BatchFiles.run(Integer.toString(trial.number()))));
  }

  /** Removes folders of trials that have become others, and those that were never finished. */
  private static void removeStrangers(BatchRun run) throws IOException {
    for (TrialResult trial : run.results().trials()) {
      RunFolder folder = folder(run, trial);
      boolean isThere = Files.exists(folder.path());
      if (isThere && !folder.digest().equals(Optional.of(trial.record().digest()))) {
        folder.delete();
      }
    }
  }

  private List<TrialResult> chosen(BatchRun run) {
    return switch (batch.keep()) {
      case BEST -> BestTrials.of(Subject.of(batch, run.results(), run.digest(), version));
      case ALL ->
          run.results().trials().stream()
              .filter(trial -> trial.record().status() != TrialStatus.FAILED)
              .toList();
      case NONE -> List.of();
    };
  }

  private void write(TrialResult trial, Path path) throws IOException {
    SingleTrial single = SingleTrial.of(batch, trial);
    Experiment experiment = Experiment.of(single.config());
    Experiment.Run training = experiment.prepare(new Listener() {}, options);
    var writer = new RunWriter(single.config(), experiment.data(), version);
    RunFolder folder = RunFolder.create(path.getParent(), path.getFileName().toString());
    writer.writeConfig(folder);
    RunRecord record = writer.write(training.train(), folder);
    if (!record.digest().equals(trial.record().digest())) {
      throw new ExperimentException(
          "batch.keep",
          "trial %s has the digest %s, but %s when it was trained again into '%s'; the data has changed"
                  .formatted(
                      trial.number(), trial.record().digest(), record.digest(), folder.path())
              + " since, or this is a defect of Kassei");
    }
  }
}

package dev.kassei.batch.saved;

import dev.kassei.api.Listener;
import dev.kassei.batch.analysis.AnalysisInput;
import dev.kassei.batch.analysis.BestTrials;
import dev.kassei.batch.history.PlanHistory;
import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.run.BatchListener;
import dev.kassei.batch.run.BatchOptions;
import dev.kassei.batch.run.BatchRun;
import dev.kassei.batch.run.StopSignal;
import dev.kassei.batch.run.TrialResult;
import dev.kassei.batch.run.TrialStatus;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.experiment.config.Plots;
import dev.kassei.experiment.training.ExperimentCache;
import dev.kassei.experiment.training.LaneTrainer;
import dev.kassei.experiment.training.Outcome;
import dev.kassei.experiment.training.PreparedTrial;
import dev.kassei.experiment.training.RunOptions;
import dev.kassei.experiment.training.RunWriter;
import dev.kassei.results.RunFolder;
import dev.kassei.results.file.WholeFile;
import dev.kassei.results.record.BatchFiles;
import dev.kassei.results.record.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The run folders of a batch: trials that are worth it are trained once more, to the same bits, and
 * written as a single run would be. Those that are there already stay, if they are whole.
 */
public final class SavedRuns {
  /** Of folders on their way. */
  private static final Pattern UNFINISHED =
      Pattern.compile("trial-\\d+" + Pattern.quote(WholeFile.TEMPORARY));

  private final BatchConfig batch;
  private final String version;
  private final BatchOptions options;
  private final ExperimentCache experiments = new ExperimentCache();
  private final StopSignal stop;
  private final BatchListener listener;

  /**
   * @param version of Kassei
   * @param listener told how it goes
   */
  public SavedRuns(
      BatchConfig batch,
      String version,
      BatchOptions options,
      StopSignal stop,
      BatchListener listener) {
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
    sweep(run.folder().resolve(BatchFiles.RUNS));
    var folders = new ArrayList<Path>();
    var known = new ArrayList<TrialResult>();
    var missing = new ArrayList<TrialResult>();
    for (TrialResult trial : saved(run)) {
      RunFolder folder = folder(run, trial);
      folders.add(folder.path());
      (folder.isWhole(trial.record().digest()) ? known : missing).add(trial);
    }
    listener.started("runs", folders.size(), known);
    for (TrialResult trial : missing) {
      if (!stop.isRequested()) {
        write(trial, folder(run, trial));
        listener.ended(List.of(trial));
      }
    }
    listener.finished();
    return folders.stream().filter(Files::exists).toList();
  }

  private static RunFolder folder(BatchRun run, TrialResult trial) {
    return new RunFolder(run.folder().resolve(BatchFiles.run(Integer.toString(trial.number()))));
  }

  /** Removes what a killed process has left half written. */
  private static void sweep(Path runs) throws IOException {
    for (Path folder : list(runs)) {
      if (UNFINISHED.matcher(folder.getFileName().toString()).matches()
          && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        new RunFolder(folder).delete();
      }
    }
  }

  private static List<Path> list(Path runs) throws IOException {
    if (Files.notExists(runs)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(runs)) {
      return all.toList();
    }
  }

  /**
   * The trials that are chosen, and those that have a run from before; runs of trials that have
   * become others go.
   */
  private List<TrialResult> saved(BatchRun run) throws IOException {
    Set<Integer> chosen = chosen(run).stream().map(TrialResult::number).collect(Collectors.toSet());
    Set<Path> there = Set.copyOf(list(run.folder().resolve(BatchFiles.RUNS)));
    var saved = new ArrayList<TrialResult>();
    for (TrialResult trial : run.results().trials()) {
      RunFolder folder = folder(run, trial);
      boolean isThere = there.contains(folder.path());
      if (chosen.contains(trial.number())
          || (isThere && folder.digest().equals(Optional.of(trial.record().digest())))) {
        saved.add(trial);
      } else if (isThere) {
        folder.clear();
      }
    }
    return saved;
  }

  private List<TrialResult> chosen(BatchRun run) {
    return switch (batch.keep()) {
      case BEST ->
          BestTrials.find(
              AnalysisInput.of(batch, run.results(), run.digest(), version, PlanHistory.NONE));
      case ALL ->
          run.results().trials().stream()
              .filter(trial -> trial.record().status() != TrialStatus.FAILED)
              .toList();
      case NONE -> List.of();
    };
  }

  /** Trains beside what is there, which is replaced once the run is whole. */
  private void write(TrialResult trial, RunFolder place) throws IOException {
    if (Files.isSymbolicLink(place.path())) {
      throw new ExperimentException(
          "batch.keep",
          "the run of trial %s belongs into '%s', which is a link; remove it"
              .formatted(trial.number(), place.path()));
    }
    RunFolder folder = trained(trial, place.path());
    place.clear();
    folder.moveTo(place);
  }

  private RunFolder trained(TrialResult trial, Path place) throws IOException {
    SingleTrial single = SingleTrial.of(batch, trial);
    PreparedTrial prepared = prepared(single.config());
    var writer = new RunWriter(single.config(), prepared.data(), version);
    Files.createDirectories(place.resolveSibling(""));
    var folder =
        new RunFolder(
            Files.createDirectory(place.resolveSibling(place.getFileName() + WholeFile.TEMPORARY)));
    writer.writeConfig(folder);
    RunRecord record = writer.write(train(prepared), folder);
    if (!record.digest().equals(trial.record().digest())) {
      throw new ExperimentException(
          "batch.keep",
          "trial %s has the digest %s, but %s when it was trained again into '%s'; the data has changed"
                  .formatted(
                      trial.number(), trial.record().digest(), record.digest(), folder.path())
              + " since, or this is a defect of Kassei");
    }
    return folder;
  }

  private PreparedTrial prepared(LoadedConfig config) {
    PreparedTrial trial = experiments.prepare(config);
    Plots plots = config.experiment().plots();
    return options.isRecorded() && plots.draw() ? trial.recorded(plots) : trial;
  }

  private Outcome train(PreparedTrial trial) {
    var run = new RunOptions(options.threads(), 1, options.kernels(), false);
    try (var trainer = new LaneTrainer(run)) {
      return trainer.prepare(trial, new Listener() {}).train();
    }
  }
}

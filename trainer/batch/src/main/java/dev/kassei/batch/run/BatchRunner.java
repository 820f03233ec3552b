package dev.kassei.batch.run;

import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.plan.Compare;
import dev.kassei.batch.plan.ComparedEpoch;
import dev.kassei.batch.plan.TrialConfig;
import dev.kassei.batch.plan.Tune;
import dev.kassei.experiment.config.ExperimentConfig;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.experiment.config.Measure;
import dev.kassei.experiment.data.SplitData;
import dev.kassei.experiment.training.ExperimentCache;
import dev.kassei.experiment.training.Metrics;
import dev.kassei.experiment.training.RunOptions;
import dev.kassei.results.SurfacesFile;
import dev.kassei.results.file.Sync;
import dev.kassei.results.record.BatchFiles;
import dev.kassei.results.record.SurfacesRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Runs a batch in its folder: checks everything, tunes, trains what is not in the journal yet. What
 * has ended is saved whatever happens afterwards.
 */
public final class BatchRunner {
  /** How many jobs are made before they are executed. */
  private static final int WINDOW_JOBS = 1 << 14;

  private final BatchConfig batch;
  private final Bookkeeping books;
  private final BatchOptions options;
  private final StopSignal stop;
  private final BatchListener listener;
  private final Sync sync;
  private final ExperimentCache experiments;
  private final InputFiles inputs = new InputFiles();
  private final Jobs jobs;
  private final TrialExecutor executor;
  private final SurfaceBudget surfaces = new SurfaceBudget();
  private final List<UnrunTrial> unrun = new ArrayList<>();
  private boolean hasBegun;

  /**
   * @param listener told how it goes
   */
  public BatchRunner(
      BatchConfig batch,
      KasseiVersion kassei,
      BatchOptions options,
      StopSignal stop,
      BatchListener listener) {
    this(batch, kassei, options, stop, listener, Sync.DISK);
  }

  /** With another disk. */
  BatchRunner(
      BatchConfig batch,
      KasseiVersion kassei,
      BatchOptions options,
      StopSignal stop,
      BatchListener listener,
      Sync sync) {
    this(
        batch,
        kassei,
        options,
        stop,
        listener,
        sync,
        experiments -> new LocalExecutor(experiments, options, stop));
  }

  private BatchRunner(
      BatchConfig batch,
      KasseiVersion kassei,
      BatchOptions options,
      StopSignal stop,
      BatchListener listener,
      Sync sync,
      Function<ExperimentCache, TrialExecutor> executor) {
    this.batch = batch;
    this.books = new Bookkeeping(batch, kassei, options, inputs);
    this.options = options;
    this.stop = stop;
    this.listener = listener;
    this.sync = sync;
    Optional<String> bestBy = bestBy(batch.compare());
    this.experiments = new ExperimentCache(bestBy);
    this.jobs = new Jobs(experiments, new TrialKeys(kassei.code(), bestBy, inputs));
    this.executor = executor.apply(experiments);
  }

  /** The validation metric like the compared one, where the best epoch is compared. */
  private static Optional<String> bestBy(Compare compare) {
    if (compare.epoch().kind() != ComparedEpoch.Kind.BEST) {
      return Optional.empty();
    }
    String metric = compare.measure().map(measure -> measure.metric()).orElse("loss");
    return Optional.of(SplitData.VALIDATION + "." + metric);
  }

  /**
   * Runs to the end, or until it is stopped.
   *
   * @throws ExperimentException if a trial cannot be trained at all, before anything is, or if the
   *     folder cannot be used
   * @throws IOException if results cannot be written; those written before are kept
   */
  public BatchRun run(Path path) throws IOException {
    return run(path, run -> run);
  }

  /** What is made of a batch that was run, while no other process can train in its folder. */
  @FunctionalInterface
  public interface Ending<T> {
    T of(BatchRun run) throws IOException;
  }

  /**
   * Runs as {@link #run(Path)} does, and then makes something of it.
   *
   * @param ending writes what was found, so that two processes never write it at once
   */
  public <T> T run(Path path, Ending<T> ending) throws IOException {
    books.requireOwner(path);
    check();
    try (BatchFolder folder = BatchFolder.open(path, batch.checkpoint(), sync)) {
      books.begin(folder);
      BatchResults results = results(folder);
      int planned = batch.trials().size();
      if (results.trials().size() == planned) {
        folder.forgetStates();
        folder.keepSurfaces(surfacesOf(results));
      }
      return ending.of(
          new BatchRun(path, results, BatchDigest.of(results.trials()), planned, unrun));
    }
  }

  /**
   * Checks all that {@link #run} checks before it trains, and loads the data for it.
   *
   * @param code names the code of Kassei, on which keys depend
   * @throws ExperimentException if a trial cannot be trained, or will not have what is compared
   */
  public static void check(BatchConfig batch, String code) {
    idle(batch, code).check();
  }

  /**
   * What the journal of a folder holds of a batch so far. Nothing is trained or written, and a
   * process may be adding to it.
   *
   * @param code names the code of Kassei, on which keys depend
   * @throws ExperimentException if the data of a trial cannot be read
   */
  public static BatchResults known(BatchConfig batch, String code, Path path) throws IOException {
    try (BatchFolder folder = BatchFolder.read(path, batch.checkpoint())) {
      return idle(batch, code).results(folder);
    }
  }

  private static BatchRunner idle(BatchConfig batch, String code) {
    return new BatchRunner(
        batch,
        new KasseiVersion("", code),
        new BatchOptions(1, Optional.empty(), RunOptions.Kernels.AUTO, false, false),
        new StopSignal(),
        BatchListener.SILENT,
        Sync.DISK,
        none -> (jobs, checkpoints, ended) -> {});
  }

  /**
   * The number of the trial with a key as it stands in {@code trials.csv}, in a batch without
   * tuning; empty if there is none.
   */
  public static OptionalInt find(BatchConfig batch, String code, String key) {
    Optional<String> bestBy = bestBy(batch.compare());
    var jobs = new Jobs(new ExperimentCache(bestBy), new TrialKeys(code, bestBy));
    return batch.trials().stream()
        .filter(trial -> BatchFiles.shortKey(jobs.of(trial).key()).equals(key))
        .mapToInt(TrialConfig::number)
        .findFirst();
  }

  private BatchResults results(BatchFolder folder) throws IOException {
    Optional<Tuning> tuning = Optional.empty();
    if (batch.tune().isPresent()) {
      tuning = Optional.of(tuned(batch.tune().get(), folder));
    }
    List<TrialResult> trials = trained(tuning, folder);
    return new BatchResults(trials, tuning.map(Tuning::results).orElse(List.of()));
  }

  /** Checks a trial of each kind that differs in more than its seeds; no folder is changed. */
  private void check() {
    var seen = new HashSet<ExperimentConfig>();
    Optional<Measure> chooses = batch.tune().map(Tune::metric);
    for (TrialConfig trial : batch.trials()) {
      if (seen.add(trial.config().withoutSeedsAndNames().experiment())) {
        TrialConfig whole = batch.tune().map(tune -> tune.tuned(trial, 0)).orElse(trial);
        books.checked(trial, jobs.check(whole, batch.compare(), chooses));
      }
    }
  }

  // Tuning

  private Tuning tuned(Tune tune, BatchFolder folder) throws IOException {
    String metric = tune.metric().toString();
    Metrics first = experiments.prepare(batch.trials().get(0).config()).metrics();
    boolean higherIsBetter = first.higherIsBetter(metric);
    var tuning =
        new Tuning(
            tune, batch.trials(), higherIsBetter, classes -> first.undecided(metric, classes));
    for (int group = 0; group < tune.groups() && !stop.isRequested(); ) {
      var window = new ArrayList<TrialConfig>();
      for (; group < tune.groups() && window.size() < WINDOW_JOBS; group++) {
        window.addAll(tune.candidates(group));
      }
      execute(
          "tuning",
          window,
          jobs -> {},
          tune.size(),
          folder,
          (trial, result) -> tuning.add(trial, result.record()));
    }
    return tuning;
  }

  // Trials

  private List<TrialResult> trained(Optional<Tuning> tuning, BatchFolder folder)
      throws IOException {
    var results = new ArrayList<TrialResult>();
    List<TrialConfig> trials = batch.trials();
    for (int from = 0; from < trials.size(); from += WINDOW_JOBS) {
      var window = new ArrayList<TrialConfig>();
      for (TrialConfig trial : trials.subList(from, Math.min(trials.size(), from + WINDOW_JOBS))) {
        withChoice(trial, tuning).ifPresent(window::add);
      }
      execute(
          "trials",
          window,
          jobs -> surfaces.choose(jobs, this::setting),
          trials.size(),
          folder,
          (trial, result) -> results.add(result));
    }
    return results.stream().sorted((a, b) -> Integer.compare(a.number(), b.number())).toList();
  }

  /** The trial with the settings chosen for it; empty while they are not. */
  private Optional<TrialConfig> withChoice(TrialConfig trial, Optional<Tuning> tuning) {
    if (tuning.isEmpty()) {
      return Optional.of(trial);
    }
    Tune tune = batch.tune().orElseThrow();
    var chosen = tuning.get().chosen(tune.group(trial));
    return chosen.isPresent()
        ? Optional.of(tune.tuned(trial, chosen.getAsInt()))
        : Optional.empty();
  }

  private TrialResult result(TrialConfig trial, TrialRecord record) {
    var axes = new LinkedHashMap<>(trial.axes());
    var tuned = new LinkedHashMap<String, String>();
    batch
        .tune()
        .ifPresent(
            tune ->
                tune.axes().keySet().stream()
                    .filter(axes::containsKey)
                    .forEach(path -> tuned.put(path, axes.remove(path))));
    return new TrialResult(trial.number(), axes, tuned, record);
  }

  // Both

  private interface Results {
    void add(TrialConfig trial, TrialResult result);
  }

  private void execute(
      String what,
      List<TrialConfig> trials,
      Consumer<List<Job>> chooser,
      long total,
      BatchFolder folder,
      Results results)
      throws IOException {
    var missing = new LinkedHashMap<String, Job>();
    var waiting = new HashMap<String, List<TrialConfig>>();
    var known = new ArrayList<TrialResult>();
    List<Job> all = trials.stream().map(jobs::of).toList();
    chooser.accept(all);
    for (int i = 0; i < trials.size(); i++) {
      TrialConfig trial = trials.get(i);
      Job job = all.get(i).recorded(options.isRecorded() && surfaces.hasChosen(trial.number()));
      Optional<TrialRecord> record = folder.find(job.key());
      if (record.isPresent()) {
        TrialResult result = result(trial, record.get());
        results.add(trial, result);
        known.add(result);
      } else {
        missing.putIfAbsent(job.key(), job);
        waiting.computeIfAbsent(job.key(), key -> new ArrayList<>()).add(trial);
      }
    }
    listener.started(what, total, known);
    if (!hasBegun && known.isEmpty() && folder.size() > 0) {
      listener.noneIsKnown(folder.size());
    }
    hasBegun = true;
    executor.execute(
        List.copyOf(missing.values()),
        folder.checkpoints(inputs),
        new TrialExecutor.Ended() {
          @Override
          public void trials(List<Job> ended, List<TrainedTrial> trained) throws IOException {
            inputs.requireUnchanged();
            var together = new ArrayList<TrialResult>();
            for (int i = 0; i < trained.size(); i++) {
              keep(trained.get(i), folder);
              for (TrialConfig trial : waiting.get(ended.get(i).key())) {
                TrialResult result = result(trial, trained.get(i).record());
                results.add(trial, result);
                together.add(result);
              }
            }
            folder.syncIfDue();
            listener.ended(together);
          }

          @Override
          public void couldNotRun(Job job, Obstacle obstacle) {
            inputs.requireUnchanged();
            for (TrialConfig trial : waiting.get(job.key())) {
              unrun.add(new UnrunTrial(what, trial.number(), trial.axes(), obstacle));
            }
            if (options.failsFast()) {
              stop.request();
            }
          }
        });
    listener.finished();
  }

  private void keep(TrainedTrial trained, BatchFolder folder) throws IOException {
    if (trained.surfaces().isPresent()) {
      // before the journal says that the trial has ended
      writeSurface(trained, trained.surfaces().get(), folder.path());
    }
    books.trained(folder);
    folder.add(trained.record());
    if (options.failsFast() && trained.record().status() != TrialStatus.COMPLETED) {
      stop.request();
    }
  }

  private static void writeSurface(TrainedTrial trained, SurfacesRecord surfaces, Path folder)
      throws IOException {
    Path place = Files.createDirectories(folder.resolve(BatchFiles.SURFACES));
    Path file = place.resolve(BatchFiles.surface(trained.record().digest()));
    SurfacesFile.write(surfaces.last(), trained.precision(), file);
  }

  private Set<String> surfacesOf(BatchResults results) {
    return results.trials().stream()
        .filter(trial -> surfaces.hasChosen(trial.number()))
        .map(trial -> BatchFiles.surface(trial.record().digest()))
        .collect(Collectors.toSet());
  }

  /** The axes of a trial that were not tuned, without seeds. */
  private String setting(Job job) {
    var axes = new LinkedHashMap<>(batch.trials().get(job.number() - 1).axes());
    axes.keySet().removeIf(path -> path.equals("seed") || path.startsWith("seed."));
    return axes.toString();
  }
}

package dev.kassei.batch.run;

import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.plan.TrialConfig;
import dev.kassei.experiment.checkpoint.InputFiles;
import dev.kassei.results.record.BatchFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Trains trials that are not in the journal of a folder, and adds what has ended to it. Trials of
 * one key are trained once.
 */
final class JournaledTraining implements TrialSource {
  private final BatchConfig batch;
  private final Jobs jobs;
  private final BatchFolder folder;
  private final Bookkeeping books;
  private final InputFiles inputs;
  private final TrialExecutor executor;
  private final BatchOptions options;
  private final StopSignal stop;
  private final BatchListener listener;
  private final SurfaceBudget surfaces = new SurfaceBudget();
  private final List<UnrunTrial> unrun = new ArrayList<>();
  private boolean hasBegun;

  /**
   * @param inputs what trials depend on, of which none may change
   */
  JournaledTraining(
      BatchConfig batch,
      Jobs jobs,
      BatchFolder folder,
      Bookkeeping books,
      InputFiles inputs,
      TrialExecutor executor,
      BatchOptions options,
      StopSignal stop,
      BatchListener listener) {
    this.batch = batch;
    this.jobs = jobs;
    this.folder = folder;
    this.books = books;
    this.inputs = inputs;
    this.executor = executor;
    this.options = options;
    this.stop = stop;
    this.listener = listener;
  }

  @Override
  public void candidates(List<TrialConfig> candidates, long total, Taker taker) throws IOException {
    List<Job> all = candidates.stream().map(jobs::of).toList();
    new Pass("tuning", taker).run(candidates, all, total);
  }

  @Override
  public void trials(List<TrialConfig> trials, long total, Taker taker) throws IOException {
    List<Job> all = trials.stream().map(jobs::of).toList();
    surfaces.choose(all, this::setting);
    Predicate<Job> isChosen = job -> options.isRecorded() && surfaces.hasChosen(job.number());
    new Pass("trials", taker)
        .run(trials, all.stream().map(job -> job.recorded(isChosen.test(job))).toList(), total);
  }

  /** The axes of a trial that were not tuned, without seeds. */
  private String setting(Job job) {
    var axes = new LinkedHashMap<>(batch.trials().get(job.number() - 1).axes());
    axes.keySet().removeIf(path -> path.equals("seed") || path.startsWith("seed."));
    return axes.toString();
  }

  @Override
  public boolean isStopped() {
    return stop.isRequested();
  }

  /** The trials that could not be run here. */
  List<UnrunTrial> unrun() {
    return unrun;
  }

  /** The files of surfaces that belong to results. */
  Set<String> surfaceFiles(BatchResults results) {
    return results.trials().stream()
        .filter(trial -> surfaces.hasChosen(trial.number()))
        .map(trial -> BatchFiles.surface(trial.record().digest()))
        .collect(Collectors.toSet());
  }

  /** One window of trials. */
  private final class Pass implements TrialExecutor.Ended {
    private final String what;
    private final Taker taker;
    private final Map<String, Job> missing = new LinkedHashMap<>();
    private final Map<String, List<TrialConfig>> waiting = new HashMap<>();

    Pass(String what, Taker taker) {
      this.what = what;
      this.taker = taker;
    }

    void run(List<TrialConfig> trials, List<Job> all, long total) throws IOException {
      List<TrialResult> known = known(trials, all);
      listener.started(what, total, known);
      if (!hasBegun && known.isEmpty() && folder.size() > 0) {
        listener.noneIsKnown(folder.size());
      }
      hasBegun = true;
      executor.execute(List.copyOf(missing.values()), folder.checkpoints(inputs), this);
      listener.finished();
    }

    /** Takes what the journal has; the others wait. */
    private List<TrialResult> known(List<TrialConfig> trials, List<Job> all) {
      var known = new ArrayList<TrialResult>();
      for (int i = 0; i < trials.size(); i++) {
        TrialConfig trial = trials.get(i);
        Job job = all.get(i);
        Optional<TrialRecord> record = folder.find(job.key());
        if (record.isPresent()) {
          known.add(taken(trial, record.get()));
        } else {
          missing.putIfAbsent(job.key(), job);
          waiting.computeIfAbsent(job.key(), key -> new ArrayList<>()).add(trial);
        }
      }
      return known;
    }

    private TrialResult taken(TrialConfig trial, TrialRecord record) {
      TrialResult result = TrialResult.of(trial, batch.tune(), record);
      taker.take(trial, result);
      return result;
    }

    @Override
    public void trials(List<TrainedTrial> trained) throws IOException {
      inputs.requireUnchanged();
      var together = new ArrayList<TrialResult>();
      for (TrainedTrial each : trained) {
        save(each);
        for (TrialConfig trial : waiting.get(each.job().key())) {
          together.add(taken(trial, each.record()));
        }
      }
      folder.syncIfDue();
      listener.ended(together);
    }

    private void save(TrainedTrial trained) throws IOException {
      // before the journal says that the trial has ended
      folder.addSurface(trained);
      books.trained(folder);
      folder.add(trained.record());
      if (options.failsFast() && trained.record().status() != TrialStatus.COMPLETED) {
        stop.request();
      }
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
  }
}

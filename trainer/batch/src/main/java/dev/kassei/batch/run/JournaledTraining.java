package dev.kassei.batch.run;

import dev.kassei.batch.history.Site;
import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.plan.TrialConfig;
import dev.kassei.experiment.checkpoint.InputFiles;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;

/**
 * Trains trials that are not in the journal of a folder, and adds what has ended to it. Trials of
 * one key are trained once.
 */
final class JournaledTraining implements TrialSource {
  /** As many are looked up before it is said that none is known. */
  private static final int MAX_LOOKS = 1 << 14;

  private final BatchConfig batch;
  private final Jobs jobs;
  private final SurfaceBudget surfaces;
  private final BatchFolder folder;
  private final Bookkeeping books;
  private final InputFiles inputs;
  private final TrialExecutor executor;
  private final BatchOptions options;
  private final StopSignal stop;
  private final BatchListener listener;
  private final List<UnrunTrial> unrun = new ArrayList<>();
  private boolean hasBegun;

  /**
   * @param surfaces which trials save theirs
   * @param inputs what trials depend on, of which none may change
   */
  JournaledTraining(
      BatchConfig batch,
      Jobs jobs,
      SurfaceBudget surfaces,
      BatchFolder folder,
      Bookkeeping books,
      InputFiles inputs,
      TrialExecutor executor,
      BatchOptions options,
      StopSignal stop,
      BatchListener listener) {
    this.batch = batch;
    this.jobs = jobs;
    this.surfaces = surfaces;
    this.folder = folder;
    this.books = books;
    this.inputs = inputs;
    this.executor = executor;
    this.options = options;
    this.stop = stop;
    this.listener = listener;
  }

  @Override
  public void candidates(Iterator<TrialConfig> candidates, long total, Taker taker)
      throws IOException {
    new Pass(Stage.TUNING, candidates, jobs::of, taker).run(total);
  }

  @Override
  public void trials(Iterator<TrialConfig> trials, long total, Taker taker) throws IOException {
    new Pass(Stage.TRIALS, trials, this::recorded, taker).run(total);
  }

  private Job recorded(TrialConfig trial) {
    boolean isChosen = options.isRecorded() && surfaces.hasChosen(trial.number());
    return jobs.of(trial).recorded(isChosen);
  }

  /** The trials that could not be run here. */
  List<UnrunTrial> unrun() {
    return unrun;
  }

  /** All candidates or all trials: a look at the journal for each, and what it does not have. */
  private final class Pass implements TrialExecutor.Ended, Iterator<Job> {
    private final Stage stage;
    private final Iterator<TrialConfig> trials;
    private final Function<TrialConfig, Job> job;
    private final Taker taker;
    private final Queue<Job> missing = new ArrayDeque<>();
    private final Map<String, List<TrialConfig>> waiting = new HashMap<>();
    private final List<TrialResult> known = new ArrayList<>();
    private long total;

    /**
     * @param job makes that of a trial
     */
    Pass(Stage stage, Iterator<TrialConfig> trials, Function<TrialConfig, Job> job, Taker taker) {
      this.stage = stage;
      this.trials = trials;
      this.job = job;
      this.taker = taker;
    }

    void run(long all) throws IOException {
      total = all;
      lookForKnown();
      executor.execute(stage, this, folder.checkpoints(inputs), this);
      // those that are known are results, though training was stopped before it came to them
      trials.forEachRemaining(this::look);
      tellKnown();
      listener.finished();
    }

    /** That none is known is not said of the first few alone. */
    private void lookForKnown() {
      while (!hasBegun
          && folder.size() > 0
          && known.isEmpty()
          && missing.size() < MAX_LOOKS
          && trials.hasNext()) {
        look(trials.next());
      }
    }

    @Override
    public void begins() {
      listener.started(stage.text(), total, List.copyOf(known));
      if (!hasBegun && known.isEmpty() && folder.size() > 0) {
        listener.noneIsKnown(folder.size());
      }
      hasBegun = true;
      known.clear();
    }

    private void tellKnown() {
      if (!known.isEmpty()) {
        listener.known(List.copyOf(known));
        known.clear();
      }
    }

    @Override
    public boolean hasNext() {
      while (missing.isEmpty() && trials.hasNext()) {
        look(trials.next());
      }
      return !missing.isEmpty();
    }

    @Override
    public Job next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return missing.remove();
    }

    /** Takes what the journal has; else the trial waits for one of its key. */
    private void look(TrialConfig trial) {
      Job made = job.apply(trial);
      synchronized (this) {
        Optional<TrialRecord> record = folder.find(made.key());
        if (record.isPresent()) {
          known.add(taken(trial, record.get()));
          return;
        }
        if (!waiting.containsKey(made.key())) {
          missing.add(made);
        }
        waiting.computeIfAbsent(made.key(), key -> new ArrayList<>()).add(trial);
      }
    }

    private TrialResult taken(TrialConfig trial, TrialRecord record) {
      TrialResult result = TrialResult.of(trial, batch.tune(), record);
      taker.take(trial, result);
      return result;
    }

    @Override
    public void trials(List<TrainedTrial> trained, Site site) throws IOException {
      inputs.requireUnchanged();
      books.trained(folder, site);
      save(trained);
      var together = new ArrayList<TrialResult>();
      for (TrainedTrial each : trained) {
        for (TrialConfig trial : waiting.remove(each.job().key())) {
          together.add(taken(trial, each.record()));
        }
      }
      folder.syncIfDue();
      tellKnown();
      listener.ended(together);
    }

    private void save(List<TrainedTrial> trained) throws IOException {
      // before the journal says that the trials have ended
      for (TrainedTrial each : trained) {
        folder.addSurface(each);
      }
      folder.add(trained.stream().map(TrainedTrial::entry).toList());
      if (options.failsFast() && !trained.stream().allMatch(Pass::isCompleted)) {
        stop.request();
      }
    }

    private static boolean isCompleted(TrainedTrial trained) {
      return trained.record().status() == TrialStatus.COMPLETED;
    }

    @Override
    public void couldNotRun(Job failed, Obstacle obstacle) {
      inputs.requireUnchanged();
      for (TrialConfig trial : waiting.remove(failed.key())) {
        unrun.add(new UnrunTrial(stage.text(), trial.number(), trial.axes(), obstacle));
      }
      if (options.failsFast()) {
        stop.request();
      }
    }
  }
}

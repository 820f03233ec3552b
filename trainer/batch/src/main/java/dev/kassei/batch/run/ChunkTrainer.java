package dev.kassei.batch.run;

import dev.kassei.batch.history.Site;
import dev.kassei.batch.run.ChunkQueue.Task;
import dev.kassei.engine.kernel.NoSuchRowException;
import dev.kassei.experiment.checkpoint.CheckpointFolder;
import dev.kassei.experiment.checkpoint.InputChangedException;
import dev.kassei.experiment.plugin.PluginFailure;
import dev.kassei.experiment.training.ExperimentCache;
import dev.kassei.experiment.training.LaneTrainer;
import dev.kassei.experiment.training.Outcome;
import dev.kassei.experiment.training.PreparedTrial;
import dev.kassei.experiment.training.RunOptions;
import dev.kassei.experiment.training.TrialState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Trains chunks on one thread, one after the other; what fails is tried apart. */
final class ChunkTrainer implements AutoCloseable {
  private final ExperimentCache experiments;
  private final RunOptions run;
  private final StopSignal stop;
  private final CheckpointFolder checkpoints;
  private final TrialExecutor.Ended ended;
  private final Site site;
  private LaneTrainer trainer;

  /**
   * @param ended told of trials as they end
   * @param site this process
   */
  ChunkTrainer(
      ExperimentCache experiments,
      RunOptions run,
      StopSignal stop,
      CheckpointFolder checkpoints,
      TrialExecutor.Ended ended,
      Site site) {
    this.experiments = experiments;
    this.run = run;
    this.stop = stop;
    this.checkpoints = checkpoints;
    this.ended = ended;
    this.site = site;
    this.trainer = new LaneTrainer(run, stop::isRequested);
  }

  /**
   * Trains a chunk.
   *
   * @throws CancellationException if training was stopped
   * @throws IOException if a result cannot be written
   */
  void train(List<Task> chunk) throws IOException {
    List<TrainedTrial> trained;
    try {
      trained = trained(chunk, System.nanoTime());
    } catch (CancellationException | InputChangedException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      requireNoWriteFailure(e);
      renew();
      apart(chunk, e);
      return;
    }
    save(trained);
  }

  /** A state that cannot be written ends the batch, as a journal that cannot. */
  private static void requireNoWriteFailure(Throwable problem) {
    if (problem instanceof UncheckedIOException e && PluginFailure.of(e).isEmpty()) {
      throw e;
    }
  }

  /** One trial that fails does not take those beside it along. */
  private void apart(List<Task> chunk, Throwable reason) throws IOException {
    if (chunk.size() == 1) {
      alone(chunk.get(0), reason);
      return;
    }
    for (Task task : chunk) {
      train(List.of(task));
    }
  }

  /** Whether the state is to blame is seen without it. */
  private void alone(Task task, Throwable reason) throws IOException {
    if (task.state().isPresent() && !(reason instanceof Error)) {
      checkpoints.refuse(task.job().key(), reason);
      train(List.of(task.anew()));
    } else {
      giveUp(task, reason);
    }
  }

  /** What a trial's own arithmetic comes to is a result; what stands in its way is none. */
  private void giveUp(Task task, Throwable reason) throws IOException {
    Optional<NoSuchRowException> fact = noSuchRow(reason);
    if (fact.isPresent()) {
      var record = TrialRecord.failed(task.job().key(), fact.get(), site.name());
      save(List.of(new TrainedTrial(task.job(), record, Optional.empty())));
      return;
    }
    synchronized (ended) {
      List<String> own = task.job().config().plugins().givenRecords();
      ended.couldNotRun(task.job(), Obstacle.of(reason, own));
    }
  }

  /** It may have arisen in a helper's share of a step. */
  private static Optional<NoSuchRowException> noSuchRow(Throwable problem) {
    if (problem instanceof NoSuchRowException fact) {
      return Optional.of(fact);
    }
    return Optional.ofNullable(problem.getCause()).flatMap(cause -> noSuchRow(cause));
  }

  private List<TrainedTrial> trained(List<Task> chunk, long start) {
    List<PreparedTrial> trials = chunk.stream().map(task -> prepared(task.job())).toList();
    List<TrialState> states = chunk.stream().flatMap(task -> task.state().stream()).toList();
    List<String> keys = chunk.stream().map(task -> task.job().key()).toList();
    List<Outcome> outcomes = trainer.train(trials, states, checkpoints.of(keys));
    double seconds = (System.nanoTime() - start) * 1e-9 / chunk.size();
    var trained = new ArrayList<TrainedTrial>();
    for (int i = 0; i < chunk.size(); i++) {
      Outcome outcome = outcomes.get(i);
      var record = TrialRecord.of(keys.get(i), trials.get(i), outcome, seconds, site.name());
      trained.add(new TrainedTrial(chunk.get(i).job(), record, outcome.surfaces()));
    }
    return trained;
  }

  private PreparedTrial prepared(Job job) {
    PreparedTrial trial = experiments.prepare(job.config());
    job.requireSameData(trial);
    return job.isRecorded() ? trial.recorded(job.config().experiment().plots()) : trial;
  }

  private void save(List<TrainedTrial> trained) throws IOException {
    synchronized (ended) {
      ended.trials(trained, site);
    }
  }

  /** What failed may have left anything in the plan. */
  private void renew() {
    trainer.close();
    trainer = new LaneTrainer(run, stop::isRequested);
  }

  @Override
  public void close() {
    trainer.close();
  }
}

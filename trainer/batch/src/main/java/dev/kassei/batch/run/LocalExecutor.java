package dev.kassei.batch.run;

import dev.kassei.batch.run.ChunkQueue.Task;
import dev.kassei.engine.kernel.NoSuchRowException;
import dev.kassei.experiment.checkpoint.CheckpointFolder;
import dev.kassei.experiment.checkpoint.InputChangedException;
import dev.kassei.experiment.config.ExperimentException;
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
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Trains on the threads of this process, groups of trials side by side in lanes. */
final class LocalExecutor implements TrialExecutor {
  private final ExperimentCache experiments;
  private final BatchOptions options;
  private final StopSignal stop;

  LocalExecutor(ExperimentCache experiments, BatchOptions options, StopSignal stop) {
    this.experiments = experiments;
    this.options = options;
    this.stop = stop;
  }

  @Override
  public void execute(Iterator<Job> jobs, CheckpointFolder checkpoints, Ended ended)
      throws IOException {
    var queue = new ChunkQueue(jobs, checkpoints, options);
    int count = queue.size(options.threads());
    ended.begins();
    var workers = new ArrayList<Worker>();
    for (int i = 0; i < count; i++) {
      // where there are fewer trials than threads, they share the large steps
      int team = options.threads() / count + (i < options.threads() % count ? 1 : 0);
      workers.add(new Worker(i + 1, team, queue, checkpoints, ended));
    }
    start(workers);
    for (Worker worker : workers) {
      worker.finish();
    }
    for (Worker worker : workers) {
      worker.check();
    }
  }

  /** Where the system refuses a thread, those that there are do the work. */
  private static void start(List<Worker> workers) {
    for (Worker worker : workers) {
      try {
        worker.start();
      } catch (OutOfMemoryError e) {
        if (worker.equals(workers.get(0))) {
          worker.work();
        }
        return;
      }
    }
  }

  private final class Worker extends Thread {
    private final ChunkQueue queue;
    private final CheckpointFolder checkpoints;
    private final Ended ended;
    private final RunOptions run;
    private LaneTrainer trainer;
    private Optional<Throwable> failure = Optional.empty();

    Worker(int number, int team, ChunkQueue queue, CheckpointFolder checkpoints, Ended ended) {
      super("kassei-trials-" + number);
      setDaemon(true);
      this.queue = queue;
      this.checkpoints = checkpoints;
      this.ended = ended;
      this.run = new RunOptions(team, 1, options.kernels(), false);
      this.trainer = new LaneTrainer(run, stop::isRequested);
    }

    @Override
    public void run() {
      work();
    }

    /** Takes chunks until there are none, on whichever thread. */
    void work() {
      try {
        var chunk = next();
        while (chunk.isPresent()) {
          attempt(chunk.get());
          chunk = next();
        }
      } catch (CancellationException e) {
        stop.request();
      } catch (UncheckedIOException e) {
        failure = Optional.of(e.getCause());
        stop.request();
      } catch (IOException | RuntimeException | Error e) {
        failure = Optional.of(e);
        stop.request();
      } finally {
        trainer.close();
      }
    }

    private Optional<List<Task>> next() {
      return stop.isRequested() ? Optional.empty() : queue.next();
    }

    private void attempt(List<Task> chunk) throws IOException {
      List<TrainedTrial> trained;
      try {
        trained = train(chunk, System.nanoTime());
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
        attempt(List.of(task));
      }
    }

    /** Whether the state is to blame is seen without it. */
    private void alone(Task task, Throwable reason) throws IOException {
      if (task.state().isPresent() && !(reason instanceof Error)) {
        checkpoints.refuse(task.job().key(), reason);
        attempt(List.of(task.anew()));
      } else {
        giveUp(task, reason);
      }
    }

    /** What a trial's own arithmetic comes to is a result; what stands in its way is none. */
    private void giveUp(Task task, Throwable reason) throws IOException {
      Optional<NoSuchRowException> fact = noSuchRow(reason);
      if (fact.isPresent()) {
        var record = TrialRecord.failed(task.job().key(), fact.get());
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

    private List<TrainedTrial> train(List<Task> chunk, long start) {
      List<PreparedTrial> trials = chunk.stream().map(task -> prepared(task.job())).toList();
      List<TrialState> states = chunk.stream().flatMap(task -> task.state().stream()).toList();
      List<String> keys = chunk.stream().map(task -> task.job().key()).toList();
      List<Outcome> outcomes = trainer.train(trials, states, checkpoints.of(keys));
      double seconds = (System.nanoTime() - start) * 1e-9 / chunk.size();
      var trained = new ArrayList<TrainedTrial>();
      for (int i = 0; i < chunk.size(); i++) {
        Outcome outcome = outcomes.get(i);
        var record = TrialRecord.of(keys.get(i), trials.get(i), outcome, seconds);
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
        ended.trials(trained);
      }
    }

    /** What failed may have left anything in the plan. */
    private void renew() {
      trainer.close();
      trainer = new LaneTrainer(run, stop::isRequested);
    }

    void finish() {
      while (true) {
        try {
          join();
          return;
        } catch (InterruptedException e) {
          stop.interrupt();
        }
      }
    }

    void check() throws IOException {
      if (failure.isPresent()) {
        if (failure.get() instanceof IOException e) {
          throw e;
        }
        if (failure.get() instanceof ExperimentException e) {
          throw e;
        }
        if (failure.get() instanceof InputChangedException e) {
          throw new ExperimentException("batch", String.valueOf(e.getMessage()));
        }
        if (failure.get() instanceof OutOfMemoryError e) {
          throw new ExperimentException("batch", Obstacle.of(e).toString());
        }
        throw new IllegalStateException("a thread of trials ended", failure.get());
      }
    }
  }
}

package dev.kassei.batch.run;

import dev.kassei.batch.history.Site;
import dev.kassei.batch.run.ChunkQueue.Task;
import dev.kassei.experiment.checkpoint.CheckpointFolder;
import dev.kassei.experiment.training.ExperimentCache;
import dev.kassei.experiment.training.RunOptions;
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
  private final Site site;

  /**
   * @param site this process
   */
  LocalExecutor(ExperimentCache experiments, BatchOptions options, StopSignal stop, Site site) {
    this.site = site;
    this.experiments = experiments;
    this.options = options;
    this.stop = stop;
  }

  @Override
  public void execute(Stage stage, Iterator<Job> jobs, CheckpointFolder checkpoints, Ended ended)
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

  /** Its threads end by themselves. */
  @Override
  public void close() {}

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
    private final ChunkTrainer trainer;
    private Optional<Throwable> failure = Optional.empty();

    Worker(int number, int team, ChunkQueue queue, CheckpointFolder checkpoints, Ended ended) {
      super("kassei-trials-" + number);
      setDaemon(true);
      this.queue = queue;
      var run = new RunOptions(team, 1, options.kernels(), false);
      this.trainer = new ChunkTrainer(experiments, run, stop, checkpoints, ended, site);
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
          trainer.train(chunk.get());
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
        ThreadFailure.rethrow(failure.get());
      }
    }
  }
}

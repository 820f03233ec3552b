package dev.kassei.trainer.batch;

import dev.kassei.trainer.training.Outcome;
import dev.kassei.trainer.training.Preparation;
import dev.kassei.trainer.training.PreparedTrial;
import dev.kassei.trainer.training.RunOptions;
import dev.kassei.trainer.training.TrialState;
import dev.kassei.trainer.training.Workbench;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Trains on the threads of this process, groups of trials side by side in lanes. */
final class LocalExecutor implements TrialExecutor {
  private final Preparation preparation;
  private final BatchOptions options;
  private final Stop stop;

  LocalExecutor(Preparation preparation, BatchOptions options, Stop stop) {
    this.preparation = preparation;
    this.options = options;
    this.stop = stop;
  }

  @Override
  public void execute(List<Job> jobs, CheckpointFolder checkpoints, Ended ended)
      throws IOException {
    List<List<Task>> chunks = chunks(jobs, checkpoints);
    var queue = new ConcurrentLinkedQueue<>(chunks);
    var workers = new ArrayList<Worker>();
    int count = Math.min(options.threads(), chunks.size());
    for (int i = 0; i < count; i++) {
      // where there are fewer trials than threads, they share the large steps
      int team = options.threads() / count + (i < options.threads() % count ? 1 : 0);
      workers.add(new Worker(i + 1, team, queue, checkpoints, ended));
    }
    workers.forEach(Thread::start);
    for (Worker worker : workers) {
      worker.finish();
    }
    for (Worker worker : workers) {
      worker.check();
    }
  }

  /**
   * A trial and where it goes on.
   *
   * @param state empty if it begins
   */
  private record Task(Job job, Optional<TrialState> state) {
    Task anew() {
      return new Task(job, Optional.empty());
    }

    int epochs() {
      return state.map(begun -> begun.epochs().size()).orElse(0);
    }
  }

  /** Trials are trained side by side from equal epochs on. */
  private record Together(Job.Group group, int epochs) {}

  /** Groups of trials, each cut into pieces of equal size, at least one a thread if it pays. */
  private List<List<Task>> chunks(List<Job> jobs, CheckpointFolder checkpoints) {
    Map<Together, List<Task>> groups = new LinkedHashMap<>();
    for (Job job : jobs) {
      var task = new Task(job, checkpoints.find(job.key()));
      var together = new Together(job.group(), task.epochs());
      groups.computeIfAbsent(together, key -> new ArrayList<>()).add(task);
    }
    var chunks = new ArrayList<List<Task>>();
    groups.forEach((together, members) -> cut(members, lanes(together.group()), chunks));
    return chunks;
  }

  private int lanes(Job.Group group) {
    return group.company().isAlone() ? 1 : options.lanes().orElse(group.lanes());
  }

  private void cut(List<Task> members, int lanes, List<List<Task>> chunks) {
    int pieces = (members.size() + lanes - 1) / lanes;
    if (lanes > 1) {
      int threads = options.threads();
      pieces = Math.min(members.size(), (pieces + threads - 1) / threads * threads);
    }
    for (int i = 0; i < pieces; i++) {
      int from = (int) ((long) i * members.size() / pieces);
      int to = (int) ((long) (i + 1) * members.size() / pieces);
      chunks.add(members.subList(from, to));
    }
  }

  private final class Worker extends Thread {
    private final Queue<List<Task>> queue;
    private final CheckpointFolder checkpoints;
    private final Ended ended;
    private final RunOptions run;
    private Workbench bench;
    private Optional<Throwable> failure = Optional.empty();

    Worker(
        int number, int team, Queue<List<Task>> queue, CheckpointFolder checkpoints, Ended ended) {
      super("kassei-trials-" + number);
      setDaemon(true);
      this.queue = queue;
      this.checkpoints = checkpoints;
      this.ended = ended;
      this.run = new RunOptions(team, 1, options.kernels(), false, false);
      this.bench = new Workbench(run, stop::isWanted);
    }

    @Override
    public void run() {
      try {
        for (var chunk = queue.poll(); chunk != null && !stop.isWanted(); chunk = queue.poll()) {
          keep(chunk, attempt(chunk));
        }
      } catch (CancellationException e) {
        stop.want();
      } catch (UncheckedIOException e) {
        failure = Optional.of(e.getCause());
        stop.want();
      } catch (IOException | RuntimeException | Error e) {
        failure = Optional.of(e);
        stop.want();
      } finally {
        bench.close();
      }
    }

    private List<TrainedTrial> attempt(List<Task> chunk) {
      try {
        return train(chunk, System.nanoTime());
      } catch (CancellationException | UncheckedIOException e) {
        throw e; // a state that cannot be written is no trial's failure
      } catch (RuntimeException | Error e) {
        renew();
        return apart(chunk, e);
      }
    }

    /** One trial that fails does not take those beside it along. */
    private List<TrainedTrial> apart(List<Task> chunk, Throwable reason) {
      if (chunk.size() == 1) {
        return List.of(alone(chunk.get(0), reason));
      }
      return chunk.stream().flatMap(task -> attempt(List.of(task)).stream()).toList();
    }

    /** Whether the state is to blame is seen without it. */
    private TrainedTrial alone(Task task, Throwable reason) {
      String key = task.job().key();
      if (task.state().isEmpty()) {
        return TrainedTrial.failed(key, reason);
      }
      checkpoints.refuse(key, reason);
      return attempt(List.of(task.anew())).get(0);
    }

    private List<TrainedTrial> train(List<Task> chunk, long start) {
      List<PreparedTrial> trials = chunk.stream().map(task -> prepared(task.job())).toList();
      List<TrialState> states = chunk.stream().flatMap(task -> task.state().stream()).toList();
      List<String> keys = chunk.stream().map(task -> task.job().key()).toList();
      List<Outcome> outcomes = bench.train(trials, states, checkpoints.of(keys));
      double seconds = (System.nanoTime() - start) * 1e-9 / chunk.size();
      var trained = new ArrayList<TrainedTrial>();
      for (int i = 0; i < chunk.size(); i++) {
        trained.add(TrainedTrial.of(keys.get(i), trials.get(i), outcomes.get(i), seconds));
      }
      return trained;
    }

    private PreparedTrial prepared(Job job) {
      return job.isRecorded() ? preparation.recorded(job.config()) : preparation.of(job.config());
    }

    private void keep(List<Task> chunk, List<TrainedTrial> trained) throws IOException {
      synchronized (ended) {
        ended.trials(chunk.stream().map(Task::job).toList(), trained);
      }
    }

    /** What failed may have left anything in the plan. */
    private void renew() {
      bench.close();
      bench = new Workbench(run, stop::isWanted);
    }

    void finish() {
      while (true) {
        try {
          join();
          return;
        } catch (InterruptedException e) {
          stop.want();
        }
      }
    }

    void check() throws IOException {
      if (failure.isPresent()) {
        if (failure.get() instanceof IOException e) {
          throw e;
        }
        throw new IllegalStateException("a thread of trials ended", failure.get());
      }
    }
  }
}

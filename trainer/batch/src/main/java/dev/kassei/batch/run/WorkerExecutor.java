package dev.kassei.batch.run;

import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.worker.Message;
import dev.kassei.batch.worker.WorkerPool;
import dev.kassei.experiment.checkpoint.CheckpointFolder;
import dev.kassei.experiment.config.ExperimentException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Has trials trained by workers, which are other processes. Each has a bundle of chunks at a time;
 * one that ends, hangs or says nonsense is replaced, and what is left of its bundle is tried again.
 */
final class WorkerExecutor implements TrialExecutor {
  /** Beside the folder of copies, in which anything may be called so. */
  private static final String STATES = "../states";

  private final BatchConfig batch;
  private final KasseiVersion kassei;
  private final BatchOptions options;
  private final Workers workers;
  private final StopSignal stop;
  private final WorkerListener listener;
  private Optional<Team> team = Optional.empty();

  /**
   * @param listener told what workers do
   */
  WorkerExecutor(
      BatchConfig batch,
      KasseiVersion kassei,
      BatchOptions options,
      Workers workers,
      StopSignal stop,
      WorkerListener listener) {
    this.batch = batch;
    this.kassei = kassei;
    this.options = options;
    this.workers = workers;
    this.stop = stop;
    this.listener = listener;
  }

  /** The places of workers, of which none is started before there is something to train. */
  private record Team(WorkerPool pool, List<WorkerSlot> slots, WorkerWatch watch) {}

  @Override
  public void execute(Stage stage, Iterator<Job> jobs, CheckpointFolder checkpoints, Ended ended)
      throws IOException {
    if (!jobs.hasNext()) {
      ended.begins();
      return;
    }
    team = team.or(this::open);
    if (team.isEmpty()) {
      ended.begins();
      return;
    }
    Team here = team.get();
    List<WorkerSlot> slots = here.slots();
    var queue = new ChunkQueue(jobs, checkpoints, options.on(slots.size()));
    int count = queue.size(slots.size());
    ended.begins();
    var desk = new ChunkDesk(queue, slots.size(), stop);
    Message.Begin begin = begin(here.pool(), checkpoints);
    WorkerReports reports =
        here.pool().copies().isPresent()
            ? WorkerReports.bySite(listener)
            : WorkerReports.bySlot(listener);
    var threads = new ArrayList<WorkerThread>();
    for (WorkerSlot slot : slots.subList(0, count)) {
      var size = new BundleSize(workers.bundle().apply(slots.size()));
      threads.add(
          new WorkerThread(
              slot, begin, stage, desk, size, checkpoints, ended, stop, listener, reports));
    }
    threads.forEach(Thread::start);
    for (WorkerThread thread : threads) {
      thread.finish();
    }
    for (WorkerThread thread : threads) {
      Optional<Throwable> failure = thread.failure();
      if (failure.isPresent()) {
        ThreadFailure.rethrow(failure.get());
      }
    }
  }

  /** Empty if training was stopped before they were there. */
  private Optional<Team> open() {
    WorkerPool pool;
    try {
      pool = workers.source().open(batch, listener::said);
    } catch (IOException e) {
      if (stop.isRequested()) {
        return Optional.empty();
      }
      throw ExperimentException.temporary(workers.option(), String.valueOf(e.getMessage()));
    } catch (RuntimeException | LinkageError e) {
      // once a process ends, classes that want a hook at its end cannot even be loaded
      if (stop.isRequested()) {
        return Optional.empty();
      }
      throw e;
    }
    var starts = new WorkerStarts(workers.option());
    var slots = new ArrayList<WorkerSlot>();
    for (int i = 1; i <= workers.count().orElseGet(pool::size); i++) {
      slots.add(new WorkerSlot(i, pool, starts, workers, stop, listener::said));
    }
    var watch = new WorkerWatch(slots, listener::ticked);
    watch.start();
    return Optional.of(new Team(pool, slots, watch));
  }

  /** Where workers have copies, paths start in their folder. */
  private Message.Begin begin(WorkerPool pool, CheckpointFolder checkpoints) {
    Path file = batch.file().getFileName();
    boolean isHere = pool.copies().isEmpty();
    return new Message.Begin(
        kassei.code(),
        kassei.release(),
        (isHere ? batch.folder().resolve(file) : file).toString(),
        batch.effective(),
        pool.copies().orElse(Map.of()),
        isHere ? checkpoints.path().toAbsolutePath().toString() : STATES,
        options.threads(),
        options.kernels().name());
  }

  @Override
  public void close() {
    team.ifPresent(WorkerExecutor::close);
  }

  private static void close(Team team) {
    team.slots().forEach(WorkerSlot::letEnd);
    team.slots().forEach(WorkerSlot::close);
    team.watch().end();
    team.pool().close();
  }
}

package dev.kassei.batch.run;

import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.worker.Message;
import dev.kassei.batch.worker.WorkerLink;
import dev.kassei.experiment.checkpoint.CheckpointFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Has trials trained by other processes. Each has a bundle of chunks at a time; one that ends,
 * hangs or says nonsense is replaced, and what is left of its bundle is tried again.
 */
final class ProcessExecutor implements TrialExecutor {
  private final BatchConfig batch;
  private final KasseiVersion kassei;
  private final BatchOptions options;
  private final StopSignal stop;
  private final List<WorkerSlot> slots = new ArrayList<>();
  private final WorkerListener listener;
  private final WorkerWatch watch;

  /**
   * @param launcher starts workers
   * @param listener told what workers do
   */
  ProcessExecutor(
      BatchConfig batch,
      KasseiVersion kassei,
      WorkerLink.Launcher launcher,
      BatchOptions options,
      StopSignal stop,
      WorkerListener listener) {
    this.batch = batch;
    this.kassei = kassei;
    this.options = options;
    this.stop = stop;
    this.listener = listener;
    Workers workers = options.workers().orElseThrow();
    var starts = new WorkerStarts();
    for (int i = 1; i <= workers.count(); i++) {
      slots.add(new WorkerSlot(i, launcher, starts, workers, stop, listener::said));
    }
    this.watch = new WorkerWatch(slots, listener::ticked);
    watch.start();
  }

  @Override
  public void execute(Stage stage, Iterator<Job> jobs, CheckpointFolder checkpoints, Ended ended)
      throws IOException {
    var queue = new ChunkQueue(jobs, checkpoints, options.on(slots.size()));
    int count = queue.size(slots.size());
    ended.begins();
    var desk = new ChunkDesk(queue, slots.size(), stop);
    var threads = new ArrayList<WorkerThread>();
    for (WorkerSlot slot : slots.subList(0, count)) {
      var size = new BundleSize(options.workers().orElseThrow().bundle());
      threads.add(
          new WorkerThread(
              slot, begin(checkpoints), stage, desk, size, checkpoints, ended, stop, listener));
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

  private Message.Begin begin(CheckpointFolder checkpoints) {
    return new Message.Begin(
        kassei.code(),
        kassei.release(),
        batch.folder().resolve(batch.file().getFileName()).toString(),
        batch.effective(),
        checkpoints.path().toAbsolutePath().toString(),
        options.threads(),
        options.kernels().name());
  }

  @Override
  public void close() {
    slots.forEach(WorkerSlot::letEnd);
    slots.forEach(WorkerSlot::close);
    watch.end();
  }
}

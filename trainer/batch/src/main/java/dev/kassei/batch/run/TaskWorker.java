package dev.kassei.batch.run;

import dev.kassei.batch.worker.Message;
import dev.kassei.batch.worker.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;

/**
 * Does the tasks of a batch on a machine of a cluster: a task has what a worker is told first and
 * what it is to train, the answer all that a worker says of it. The batch and its data are loaded
 * once. For use by several threads.
 */
public final class TaskWorker implements BiFunction<byte[], BooleanSupplier, byte[]> {
  private final Path inputs;
  private Optional<Loaded> loaded = Optional.empty();

  private record Loaded(Message.Begin begin, WorkerBatch batch) {}

  /**
   * @param inputs the folder of copies of what the batch reads
   */
  public TaskWorker(Path inputs) {
    this.inputs = inputs;
  }

  /**
   * Does a task.
   *
   * @param isCancelled asked now and then
   * @throws CancellationException if it is
   */
  @Override
  public byte[] apply(byte[] task, BooleanSupplier isCancelled) {
    try {
      List<Message> messages = Messages.of(task);
      var begin = (Message.Begin) messages.get(0);
      var answer = new ArrayList<Message>();
      work(begin, (Message.Train) messages.get(1), new StopSignal(isCancelled), answer);
      var paths = new WrittenPaths(begin.copies(), inputs);
      return Messages.bytes(answer.stream().map(paths::in).toList());
    } catch (IOException e) {
      if (isCancelled.getAsBoolean()) {
        throw cancelled(e);
      }
      throw new UncheckedIOException(e);
    }
  }

  private void work(Message.Begin begin, Message.Train train, StopSignal stop, List<Message> answer)
      throws IOException {
    try {
      WorkerBatch batch = batch(begin);
      answer.add(batch.ready());
      try (ChunkTrainer trainer = batch.trainer(stop, new ToldResults(answer::add))) {
        batch.train(train, trainer, stop);
      }
      answer.add(new Message.Done());
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException e) {
      if (stop.isRequested()) {
        // the thread was interrupted, which closes files that it is reading
        throw cancelled(e);
      }
      answer.add(Refusal.of(e).orElseThrow(() -> e));
    }
  }

  private static CancellationException cancelled(Throwable reason) {
    var cancelled = new CancellationException();
    cancelled.initCause(reason);
    return cancelled;
  }

  private synchronized WorkerBatch batch(Message.Begin begin) throws IOException {
    if (loaded.filter(known -> known.begin().equals(begin)).isEmpty()) {
      loaded = Optional.of(new Loaded(begin, WorkerBatch.load(begin, inputs)));
    }
    return loaded.orElseThrow().batch();
  }
}

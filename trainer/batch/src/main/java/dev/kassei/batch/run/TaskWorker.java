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
    var answer = new ArrayList<Message>();
    try {
      work(Messages.of(task), new StopSignal(isCancelled), answer);
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException e) {
      answer.add(Refusal.of(e).orElseThrow(() -> e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Messages.bytes(answer);
  }

  private void work(List<Message> task, StopSignal stop, List<Message> answer) throws IOException {
    WorkerBatch batch = batch((Message.Begin) task.get(0));
    answer.add(batch.ready());
    try (ChunkTrainer trainer = batch.trainer(stop, new ToldResults(answer::add))) {
      batch.train((Message.Train) task.get(1), trainer, stop);
    }
    answer.add(new Message.Done());
  }

  private synchronized WorkerBatch batch(Message.Begin begin) throws IOException {
    if (loaded.filter(known -> known.begin().equals(begin)).isEmpty()) {
      loaded = Optional.of(new Loaded(begin, WorkerBatch.load(begin, inputs)));
    }
    return loaded.orElseThrow().batch();
  }
}

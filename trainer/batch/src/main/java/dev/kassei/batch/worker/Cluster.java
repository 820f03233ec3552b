package dev.kassei.batch.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Machines to which another system hands tasks, such as Spark. It tries a task again whose machine
 * is lost. For use by several threads.
 */
public interface Cluster extends AutoCloseable {
  /** Makes a cluster ready for the tasks of a batch. */
  @FunctionalInterface
  interface Opener {
    /**
     * Opens it.
     *
     * @param inputs a folder whose files every machine gets, once
     * @param worker the class that does tasks there: a {@code BiFunction} of a task's bytes and a
     *     {@code BooleanSupplier}, which tells that it is cancelled, to the bytes of its answer.
     *     Its constructor takes the path of the inputs there.
     * @param say takes what people are told meanwhile
     * @throws IOException if it cannot be reached, or has no machines now
     */
    Cluster open(Path inputs, Class<?> worker, Consumer<String> say) throws IOException;
  }

  /** How many tasks it does at once, as it stands. */
  int slots();

  /** Whether it takes tasks. */
  boolean isAlive();

  /**
   * Gives it a task. The answer's {@code get} throws what ended the task for good: caused by an
   * {@code IOException} where it took machines along or these were lost, and by something else
   * where it could not even begin.
   *
   * @throws IOException if it takes no more
   */
  Future<byte[]> submit(byte[] task) throws IOException;

  /** Ends all tasks, and what was started for them. */
  @Override
  void close();
}

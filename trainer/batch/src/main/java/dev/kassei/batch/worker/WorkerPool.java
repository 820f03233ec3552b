package dev.kassei.batch.worker;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Where workers of a batch come from. For use by several threads. */
public interface WorkerPool extends AutoCloseable {
  /** How many workers can be busy at once. */
  int size();

  /**
   * What files are called at the workers, by the path as the configuration writes it; empty if
   * workers read the very files.
   */
  Optional<Map<String, String>> copies();

  /** Whether it can start workers; once it cannot, it never can again. */
  boolean isAlive();

  /**
   * Starts a worker.
   *
   * @param output takes each line that it prints beside its messages, from a thread of its own
   * @throws IOException if it cannot be started
   */
  WorkerLink start(Consumer<String> output) throws IOException;

  /** Ends what was started beside workers. */
  @Override
  void close();
}

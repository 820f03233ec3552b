package dev.kassei.batch.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Files that are written on a thread of their own, which has begun. */
final class Background {
  private final CompletableFuture<Void> work;

  /** Writes files. */
  interface Work {
    void write() throws IOException;
  }

  Background(Work files) {
    // not on the common pool, whose threads share the resamples of intervals
    this.work =
        CompletableFuture.runAsync(
            () -> {
              try {
                files.write();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            },
            task -> {
              var thread = new Thread(task, "kassei-files");
              thread.setDaemon(true);
              thread.start();
            });
  }

  /**
   * Waits until all are written.
   *
   * @throws IOException if one cannot be
   */
  void join() throws IOException {
    try {
      work.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof UncheckedIOException problem) {
        throw problem.getCause();
      }
      throw e;
    }
  }
}

package dev.kassei.results.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Files that are read or written on a thread of their own, which has begun.
 *
 * @param <T> the type of what is made of them
 */
public final class Background<T> {
  private final CompletableFuture<T> work;

  /** Reads or writes files. */
  @FunctionalInterface
  public interface Work<T> {
    T run() throws IOException;
  }

  /**
   * Begins.
   *
   * @param name of the thread
   */
  public Background(String name, Work<T> files) {
    // not on the common pool, whose threads share the resamples of intervals
    this.work =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return files.run();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            },
            task -> {
              var thread = new Thread(task, name);
              thread.setDaemon(true);
              thread.start();
            });
  }

  /**
   * Waits until all is done.
   *
   * @return what was made of the files
   * @throws IOException if one cannot be read or written
   */
  public T join() throws IOException {
    try {
      return work.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof UncheckedIOException problem) {
        throw problem.getCause();
      }
      if (e.getCause() instanceof RuntimeException problem) {
        throw problem;
      }
      if (e.getCause() instanceof Error problem) {
        throw problem;
      }
      throw e;
    }
  }
}

package dev.kassei.cli.command;

import dev.kassei.batch.run.StopSignal;
import dev.kassei.experiment.plugin.PluginExit;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Until its release, a request to end the process lets training stop and be saved. */
final class InterruptGuard {
  /** The exit code of a process that Ctrl-C ended, as shells give it. */
  static final int INTERRUPTED = 130;

  private static final int SHUTDOWN_TIMEOUT_MILLIS = 10_000;

  /** Training stops within a step, which takes longer where a plugin is at work. */
  private static final int PATIENCE_MILLIS = 2_000;

  private final PrintWriter err;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook;

  /**
   * @param promise what becomes of the work so far
   */
  InterruptGuard(StopSignal stop, PrintWriter err, String promise) {
    this.err = err;
    hook = ShutdownHooks.add(() -> end(stop, promise));
  }

  /** Training that a plugin ends from within does not go on to a place where it can be saved. */
  private void end(StopSignal stop, String promise) {
    if (PluginExit.culprit().isEmpty()) {
      stop.request();
      err.printf("%nStopping: %s%n", promise);
      await();
    }
  }

  private void await() {
    try {
      if (!ended.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        PluginWatch.atWork()
            .ifPresent(plugin -> err.println("Waiting 10 seconds at most for a plugin: " + plugin));
        ended.await(SHUTDOWN_TIMEOUT_MILLIS - PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void release() {
    ended.countDown();
    ShutdownHooks.remove(hook);
  }
}

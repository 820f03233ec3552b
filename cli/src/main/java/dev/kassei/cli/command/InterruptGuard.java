package dev.kassei.cli.command;

import dev.kassei.batch.run.StopSignal;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Until its release, a request to end the process lets training stop and be saved. */
final class InterruptGuard {
  /** The exit code of a process that Ctrl-C ended, as shells give it. */
  static final int INTERRUPTED = 130;

  private static final int SHUTDOWN_TIMEOUT_MILLIS = 10_000;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook;

  /**
   * @param notice says what is happening
   */
  InterruptGuard(StopSignal stop, Runnable notice) {
    hook =
        new Thread(
            () -> {
              stop.request();
              notice.run();
              await();
            });
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void await() {
    try {
      ended.await(SHUTDOWN_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void release() {
    ended.countDown();
    ShutdownHooks.remove(hook);
  }
}

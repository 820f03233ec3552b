package dev.kassei.trainer.engine.kernel.vector;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** What compiled code allocates. */
final class Allocation {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private Allocation() {}

  /** The fewest bytes that one of many runs allocates, since the first ones are not compiled. */
  static long ofOneRun(Runnable action) {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long fewest = Long.MAX_VALUE;
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (fewest > 0 && System.nanoTime() < end) {
      long before = threads.getCurrentThreadAllocatedBytes();
      action.run();
      fewest = Math.min(fewest, threads.getCurrentThreadAllocatedBytes() - before);
    }
    return fewest;
  }
}

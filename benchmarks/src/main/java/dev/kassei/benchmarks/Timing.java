package dev.kassei.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * What doing something once costs the thread that does it.
 *
 * @param nanoseconds the median processor time, which other work on the machine disturbs less
 * @param bytes the memory allocated on the heap
 */
record Timing(double nanoseconds, double bytes) {
  /** A block of calls takes about so long, in nanoseconds, so that the clock costs nothing. */
  private static final long BLOCK = 1_000_000;

  private static final int MIN_BLOCKS = 5;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Does {@code work} for so many seconds to warm up, and then for as many to measure. */
  static Timing of(Work work, double seconds) {
    int calls = warm(work, seconds);
    double[] blocks = new double[1 << 16];
    int count = 0;
    long allocated = THREADS.getCurrentThreadAllocatedBytes();
    long end = System.nanoTime() + (long) (seconds * 1e9);
    while (count < MIN_BLOCKS || System.nanoTime() < end && count < blocks.length) {
      blocks[count++] = (double) block(work, calls) / calls;
    }
    double bytes = THREADS.getCurrentThreadAllocatedBytes() - allocated;
    double[] sorted = Arrays.copyOf(blocks, count);
    Arrays.sort(sorted);
    return new Timing(sorted[count / 2], bytes / ((double) count * calls));
  }

  /** Returns how many calls make a block. */
  private static int warm(Work work, double seconds) {
    int calls = 1;
    long end = System.nanoTime() + (long) (seconds * 1e9);
    while (System.nanoTime() < end) {
      long spent = Math.max(1, block(work, calls));
      calls = (int) Math.max(1, Math.min(2L * calls, calls * BLOCK / spent));
    }
    return calls;
  }

  private static long block(Work work, int calls) {
    long start = THREADS.getCurrentThreadCpuTime();
    for (int i = 0; i < calls; i++) {
      work.run();
    }
    return THREADS.getCurrentThreadCpuTime() - start;
  }
}

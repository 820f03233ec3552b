package dev.kassei.experiment.training;

/**
 * Whether the fused multiply-add x · y + z, of which all kernels consist, is one instruction of
 * this processor and JVM. Where it is not, as with {@code -XX:-UseFMA}, Java computes it with big
 * decimals: the bits are the same, and training takes about ten times as long.
 */
public final class HardwareFma {
  /** So many take 3 µs in hardware, even where Java is not compiled, and over 100 µs without. */
  private static final int CALLS = 64;

  private static final long MAX_NANOS = 30_000;

  /** A thread can lose its processor in one attempt, but not in all. */
  private static final int ATTEMPTS = 16;

  private HardwareFma() {}

  /** Measures it, in some microseconds. */
  public static boolean isThere() {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (nanos(attempt) < MAX_NANOS) {
        return true;
      }
    }
    return false;
  }

  private static long nanos(double start) {
    long before = System.nanoTime();
    double sum = start;
    for (int i = 0; i < CALLS; i++) {
      sum = Math.fma(sum, 1.5, 0.1);
    }
    long spent = System.nanoTime() - before;
    return sum > 0 ? spent : Long.MAX_VALUE; // reads the sum, so that it is computed
  }
}

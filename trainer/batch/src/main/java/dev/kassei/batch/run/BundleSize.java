package dev.kassei.batch.run;

import java.time.Duration;

/**
 * How many chunks a worker is given at once, so that the time between two messages to it counts for
 * nothing. It follows how long the last ones took. For one thread.
 */
final class BundleSize {
  private static final int MAX_GROWTH = 2;

  private final long targetNanos;
  private int chunks = 1;

  /**
   * @param target how long a worker is to be busy with a bundle
   */
  BundleSize(Duration target) {
    this.targetNanos = target.toNanos();
  }

  /** The number of chunks; one at first, since nobody knows how long it takes. */
  int chunks() {
    return chunks;
  }

  /** A bundle was trained; the first of a worker may have waited for its start. */
  void took(int count, long nanos) {
    double fitting = (double) targetNanos * count / Math.max(1, nanos);
    chunks = (int) Math.max(1, Math.min(fitting, (double) MAX_GROWTH * chunks));
  }
}

package dev.kassei.batch.worker;

/**
 * How long a worker may give no sign of life, counted in ticks of a watch and not by a clock: what
 * stops coordinator and workers together, as a laptop that is closed does, ends no worker. For use
 * by several threads.
 */
public final class Lease {
  private final int ticks;
  private int silent;

  /**
   * @param ticks after so many without a sign it is over
   */
  public Lease(int ticks) {
    this.ticks = ticks;
  }

  /** There was a sign of life. */
  public synchronized void renew() {
    silent = 0;
  }

  /** Counts a tick; whether the lease is over. */
  public synchronized boolean tick() {
    silent++;
    return silent >= ticks;
  }
}

package dev.kassei.cli.progress;

import java.util.function.LongSupplier;

/** A bar in the status line. */
public final class ProgressBar {
  private static final int WIDTH = 40;
  private static final long INTERVAL_NANOS = 100_000_000;

  private final StatusLine line;
  private final int total;
  private final LongSupplier clock;
  private long next;

  /** A bar for {@code total} epochs, which is seen at once. */
  public ProgressBar(StatusLine line, int total) {
    this(line, total, System::nanoTime);
  }

  /** A bar with a clock in nanoseconds. */
  ProgressBar(StatusLine line, int total, LongSupplier clock) {
    this.line = line;
    this.total = total;
    this.clock = clock;
    this.next = clock.getAsLong();
  }

  /** Shows how many are done, at most ten times a second. */
  public void show(int done) {
    long now = clock.getAsLong();
    if (!line.isThere() || now - next < 0) {
      return;
    }
    next = now + INTERVAL_NANOS;
    int filled = total == 0 ? WIDTH : (int) ((long) WIDTH * done / total);
    line.show("[" + "#".repeat(filled) + " ".repeat(WIDTH - filled) + "] " + done + "/" + total);
  }

  /** Removes the bar. */
  void clear() {
    line.clear();
  }
}

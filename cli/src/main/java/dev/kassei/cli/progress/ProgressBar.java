package dev.kassei.cli.progress;

import java.io.PrintWriter;
import java.util.function.LongSupplier;

/** A bar on the error stream, only where that is a terminal. */
public final class ProgressBar {
  private static final int WIDTH = 40;
  private static final long INTERVAL_NANOS = 100_000_000;

  private final PrintWriter err;
  private final int total;
  private final boolean terminal;
  private final LongSupplier clock;
  private long next;
  private boolean visible;

  /** A bar for {@code total} epochs. The launcher says whether there is a terminal. */
  public ProgressBar(PrintWriter err, int total) {
    this(err, total, Boolean.getBoolean("kassei.terminal"), System::nanoTime);
  }

  /** A bar with a clock in nanoseconds. */
  ProgressBar(PrintWriter err, int total, boolean terminal, LongSupplier clock) {
    this.err = err;
    this.total = total;
    this.terminal = terminal;
    this.clock = clock;
    this.next = clock.getAsLong() + INTERVAL_NANOS;
  }

  /** Shows how many are done, at most ten times a second. */
  void show(int done) {
    if (!terminal) {
      return;
    }
    long now = clock.getAsLong();
    if (now - next < 0) {
      return;
    }
    next = now + INTERVAL_NANOS;
    int filled = (int) ((long) WIDTH * done / total);
    err.print('\r');
    err.print("[" + "#".repeat(filled) + " ".repeat(WIDTH - filled) + "] " + done + "/" + total);
    err.flush();
    visible = true;
  }

  /** Removes the bar. */
  void clear() {
    if (visible) {
      err.print('\r');
      err.print(" ".repeat(WIDTH + 2 + 2 * 11));
      err.print('\r');
      err.flush();
      visible = false;
    }
  }
}

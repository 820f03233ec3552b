package dev.kassei.cli;

import java.io.PrintWriter;

/** A bar on the error stream, only where that is a terminal. */
final class ProgressBar {
  private static final int WIDTH = 40;
  private static final long INTERVAL = 100_000_000;

  private final PrintWriter err;
  private final int total;
  private final boolean terminal;
  private long next = System.nanoTime() + INTERVAL;
  private boolean visible;

  /** A bar for {@code total} epochs. The launcher says whether there is a terminal. */
  ProgressBar(PrintWriter err, int total) {
    this(err, total, Boolean.getBoolean("kassei.terminal"));
  }

  ProgressBar(PrintWriter err, int total, boolean terminal) {
    this.err = err;
    this.total = total;
    this.terminal = terminal;
  }

  /** Shows how many are done, at most ten times a second. */
  void show(int done) {
    if (!terminal || System.nanoTime() < next) {
      return;
    }
    next = System.nanoTime() + INTERVAL;
    int filled = (int) ((long) WIDTH * done / total);
    err.print("\r[" + "#".repeat(filled) + " ".repeat(WIDTH - filled) + "] " + done + "/" + total);
    err.flush();
    visible = true;
  }

  /** Removes the bar. */
  void clear() {
    if (visible) {
      err.print("\r" + " ".repeat(WIDTH + 2 + 2 * 11) + "\r");
      err.flush();
      visible = false;
    }
  }
}

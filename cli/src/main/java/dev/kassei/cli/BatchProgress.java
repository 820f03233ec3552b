package dev.kassei.cli;

import dev.kassei.trainer.batch.BatchListener;
import dev.kassei.trainer.batch.TrialRecord;
import dev.kassei.trainer.batch.TrialStatus;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * How far a batch is: one line that is written over where there is a terminal, and a line now and
 * then where there is none.
 */
final class BatchProgress implements BatchListener {
  private static final long SECOND = 1_000_000_000;
  private static final long TERMINAL_INTERVAL = SECOND / 10;
  private static final long FIRST_LINE = 5 * SECOND;
  private static final int WIDTH = 79;

  private final PrintWriter err;
  private final boolean isTerminal;
  private final LongSupplier clock;
  private String what = "";
  private long total;
  private long done;
  private long before;
  private long failed;
  private long start;
  private long next;
  private long interval;
  private boolean visible;

  /** The launcher says whether there is a terminal. */
  BatchProgress(PrintWriter err) {
    this(err, Boolean.getBoolean("kassei.terminal"), System::nanoTime);
  }

  /** With a clock in nanoseconds. */
  BatchProgress(PrintWriter err, boolean isTerminal, LongSupplier clock) {
    this.err = err;
    this.isTerminal = isTerminal;
    this.clock = clock;
  }

  @Override
  public void started(String kind, long all, long known) {
    boolean goesOn = what.equals(kind);
    what = kind;
    total = all;
    before = goesOn ? before + known : known;
    done = goesOn ? done + known : known;
    if (!goesOn) {
      start = clock.getAsLong();
      interval = isTerminal ? TERMINAL_INTERVAL : FIRST_LINE;
      next = start + interval;
    }
    if (known > 0) {
      err.println("%s: %s of %s are there already".formatted(kind, known, all));
    }
  }

  @Override
  public void ended(TrialRecord record) {
    done++;
    failed += record.status() == TrialStatus.COMPLETED ? 0 : 1;
    long now = clock.getAsLong();
    if (now - next >= 0) {
      show(now);
      // lines in a file become rarer, so that a long batch does not fill it
      interval = isTerminal ? interval : Math.min(2 * interval, 300 * SECOND);
      next = now + interval;
    }
  }

  private void show(long now) {
    String line = line(now);
    if (isTerminal) {
      err.print("\r" + line + " ".repeat(Math.max(0, WIDTH - line.length())));
      visible = true;
    } else {
      err.println(line);
    }
    err.flush();
  }

  private String line(long now) {
    double seconds = Math.max(1e-9, (now - start) * 1e-9);
    double rate = (done - before) / seconds;
    String left = rate > 0 ? ", " + duration((total - done) / rate) + " left" : "";
    String failures = failed > 0 ? ", " + failed + " failed" : "";
    return String.format(
        Locale.ROOT, "%s %d/%d, %.3g/s%s%s", what, done, total, rate, left, failures);
  }

  /** As {@code 45 s}, {@code 3 min 20 s}, {@code 2 h 5 min}. */
  static String duration(double seconds) {
    long whole = (long) Math.ceil(seconds);
    if (whole < 60) {
      return whole + " s";
    }
    return whole < 3600
        ? whole / 60 + " min " + whole % 60 + " s"
        : whole / 3600 + " h " + whole % 3600 / 60 + " min";
  }

  @Override
  public void finished() {
    if (visible) {
      err.print("\r" + " ".repeat(WIDTH) + "\r");
      err.flush();
      visible = false;
    }
  }
}

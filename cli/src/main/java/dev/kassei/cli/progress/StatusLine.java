package dev.kassei.cli.progress;

import dev.kassei.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The last line of a terminal, which is written over each time and never longer than the terminal
 * is wide; nothing where there is no terminal.
 */
public final class StatusLine {
  private static final long MEASURED_NANOS = 5_000_000_000L;

  private final PrintWriter err;
  private final boolean isTerminal;
  private final IntSupplier columns;
  private final LongSupplier clock;
  private int room;
  private long measured;
  private int shown;

  /** On the error stream. The launcher says whether that is a terminal. */
  public StatusLine(PrintWriter err) {
    this(err, Boolean.getBoolean("kassei.terminal"), Terminal::columns, System::nanoTime);
  }

  /** With a clock in nanoseconds. */
  StatusLine(PrintWriter err, boolean isTerminal, IntSupplier columns, LongSupplier clock) {
    this.err = err;
    this.isTerminal = isTerminal;
    this.columns = columns;
    this.clock = clock;
  }

  /** Whether there is a terminal. */
  boolean isThere() {
    return isTerminal;
  }

  /**
   * Shows a text in place of the one before: the first that the terminal has room for, or else the
   * last, cut off where the terminal ends.
   */
  public void show(String... texts) {
    if (!isTerminal) {
      return;
    }
    int room = room();
    String text =
        Arrays.stream(texts)
            .filter(each -> each.length() <= room)
            .findFirst()
            .orElse(texts[texts.length - 1]);
    String line = text.length() > room ? text.substring(0, room - 1) + "…" : text;
    write(line + " ".repeat(Math.max(0, Math.min(shown, room) - line.length())));
    shown = line.length();
  }

  /** Shows a text while something is done that prints nothing. */
  public <T> T during(String text, Supplier<T> work) {
    show(text);
    try {
      return work.get();
    } finally {
      clear();
    }
  }

  /** Leaves an empty line, for others to print in. */
  public void clear() {
    if (shown > 0) {
      write(" ".repeat(Math.min(shown, room())));
      err.print('\r');
      err.flush();
      shown = 0;
    }
  }

  /** The carriage return alone, since in a text it would be shown as a character. */
  private void write(String line) {
    err.print('\r');
    err.print(line);
    err.flush();
  }

  /** One column stays free, since some terminals begin another line in the last one. */
  private int room() {
    long now = clock.getAsLong();
    if (room == 0 || now - measured >= MEASURED_NANOS) {
      room = columns.getAsInt() - 1;
      measured = now;
    }
    return room;
  }
}

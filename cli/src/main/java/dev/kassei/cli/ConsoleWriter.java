package dev.kassei.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;

/**
 * A writer to a terminal, that makes {@link Visible} what others have written. A character written
 * alone is Kassei's own, as the carriage return of a progress bar is.
 */
final class ConsoleWriter extends FilterWriter {
  private ConsoleWriter(Writer out) {
    super(out);
  }

  /** Prints through such a writer, flushed at each line. */
  static PrintWriter over(PrintWriter out) {
    return new PrintWriter(new ConsoleWriter(out), true);
  }

  @Override
  public void write(String text, int offset, int length) throws IOException {
    out.write(Visible.text(text.substring(offset, offset + length)));
  }

  @Override
  public void write(char[] text, int offset, int length) throws IOException {
    out.write(Visible.text(new String(text, offset, length)));
  }
}

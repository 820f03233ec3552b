package dev.kassei.cli.sheet;

import java.io.PrintWriter;

/** Lines of a name and a value. */
final class Sheet {
  private static final int INDENT = 16;

  private Sheet() {}

  static void line(PrintWriter out, String name, String value) {
    int gap = Math.max(2, INDENT - name.length());
    out.println("  " + name + " ".repeat(gap) + value);
  }
}

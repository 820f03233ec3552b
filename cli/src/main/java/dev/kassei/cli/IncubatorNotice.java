package dev.kassei.cli;

import java.io.PrintStream;

/**
 * The line that Java prints on the error stream because the vector kernels use an incubator module.
 * Java cannot be kept from it, so a terminal is made to forget it; elsewhere it stays, and the
 * README explains it.
 */
final class IncubatorNotice {
  private static final String UP_AND_ERASE = "\u001b[A\u001b[2K";

  private IncubatorNotice() {}

  /** Removes the line, which is the last that was printed. */
  static void erase(PrintStream err, boolean terminal, String terminalKind) {
    boolean printed = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    boolean able = terminal && !terminalKind.isEmpty() && !terminalKind.equals("dumb");
    if (printed && able) {
      err.print(UP_AND_ERASE);
      err.flush();
    }
  }
}

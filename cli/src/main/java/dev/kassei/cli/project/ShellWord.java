package dev.kassei.cli.project;

import java.io.File;
import java.util.regex.Pattern;

/** A word of a command line that is to be typed as it is printed. */
public final class ShellWord {
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_./+,@%:=-]+");

  private ShellWord() {}

  /** The word, in quotes where the shell of this system would read something else. */
  public static String of(Object word) {
    String text = word.toString();
    return File.separatorChar == '\\' ? forWindows(text) : forPosix(text);
  }

  /** A single quote is no quote there, and a path cannot hold a double one. */
  static String forWindows(String text) {
    return text.contains(" ") ? '"' + text + '"' : text;
  }

  static String forPosix(String text) {
    return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}

package dev.kassei.cli.project;

import java.io.File;
import java.util.regex.Pattern;

/** A word of a command line that is to be typed as it is printed. */
public final class ShellWord {
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_./+,@%:=-]+");

  private ShellWord() {}

  /** The word, in quotes where the shell would read something else. */
  public static String of(Object word) {
    String text = word.toString();
    if (File.separatorChar == '\\') { // in Windows' shells a single quote is no quote
      return text.contains(" ") ? '"' + text + '"' : text;
    }
    return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}

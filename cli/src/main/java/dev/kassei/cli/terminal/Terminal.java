package dev.kassei.cli.terminal;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The terminal of this process. Java does not know how wide it is; the system's own tools do. */
public final class Terminal {
  /** Room for any line, as there is in a file. */
  public static final int ANY = Integer.MAX_VALUE;

  private static final int USUAL = 80;
  private static final int NARROWEST = 20;
  private static final Pattern SIZE = Pattern.compile("\\d+ (\\d+)\\s*");

  private Terminal() {}

  /** How many columns the standard output has, measured once; any number if it is no terminal. */
  public static int outputColumns() {
    return Output.COLUMNS;
  }

  /** Asked for by the first table. */
  private static final class Output {
    static final int COLUMNS = isOutput() ? columns() : ANY;
  }

  /** How many columns the terminal has now; it takes some milliseconds. */
  public static int columns() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(Redirect.DISCARD)
              .start();
      return columns(new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return USUAL;
    }
  }

  /**
   * The columns in what {@code stty size} prints; a serial line, whose size is unknown, has none.
   */
  static int columns(String size) {
    Matcher matcher = SIZE.matcher(size);
    int columns = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    return columns == 0 ? USUAL : Math.max(columns, NARROWEST);
  }

  private static boolean isOutput() {
    Path descriptor = Path.of("/proc/self/fd/1");
    try {
      return Files.exists(descriptor)
          ? Files.readSymbolicLink(descriptor).toString().matches("/dev/(pts/|tty|console).*")
          : isTold();
    } catch (IOException e) {
      return false;
    }
  }

  /** Where no file tells it, a program does. */
  private static boolean isTold() {
    try {
      return new ProcessBuilder("test", "-t", "1").inheritIO().start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

package dev.kassei.batch.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How what a summary says is found again.
 *
 * @param sentence what the commands do, and where they are given
 * @param commands one a line
 */
record Reproduction(String sentence, List<String> commands) {
  /** In the folder of a batch, which holds its configuration. */
  static final Reproduction HERE =
      new Reproduction(
          "To run the same trials and repeat this comparison:",
          List.of("kassei run config.yaml", "kassei compare ."));

  Reproduction {
    commands = List.copyOf(commands);
  }

  /** In a folder that holds a comparison alone. */
  static Reproduction by(List<String> command) {
    return new Reproduction(
        "To repeat this comparison of these folders, from where the command was given:",
        List.of(command.stream().map(Reproduction::quoted).collect(Collectors.joining(" "))));
  }

  /** A word as a shell reads it back; in one line, which the name of a folder need not be. */
  private static String quoted(String word) {
    String line = word.replaceAll("\\p{Cntrl}", "\uFFFD");
    return line.matches("[A-Za-z0-9_@%+=:,./-]+") ? line : "'" + line.replace("'", "'\\''") + "'";
  }
}

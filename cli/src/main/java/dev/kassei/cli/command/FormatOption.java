package dev.kassei.cli.command;

import dev.kassei.plotting.Format;
import java.util.List;
import picocli.CommandLine.Option;

/** The formats that a command draws its pictures in. */
final class FormatOption {
  @Option(
      names = "--format",
      split = ",",
      paramLabel = "FORMAT",
      description =
          "The formats of the pictures: png, svg, pdf, or several of them, separated by commas. Default: png.")
  private List<Format> formats = List.of(Format.PNG);

  List<Format> formats() {
    return formats;
  }
}

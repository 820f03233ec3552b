package dev.kassei.cli.command;

import java.nio.file.Path;

/** What files are called. */
final class FileNames {
  private FileNames() {}

  /** The name of a file without its ending. */
  static String stem(Path file) {
    String name = file.toAbsolutePath().normalize().getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}

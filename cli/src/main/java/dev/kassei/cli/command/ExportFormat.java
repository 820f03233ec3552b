package dev.kassei.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A format that {@code kassei export} writes, with the option that asks for it. */
interface ExportFormat {
  /** Whether the option was given. */
  boolean isWanted();

  /** The files that it writes. */
  default List<Path> files() {
    return List.of();
  }

  /**
   * Writes the format.
   *
   * @return what to print: the path of each file, or what went where
   */
  List<String> write(ExportSource source) throws IOException;

  /** Whether all that was asked for went where it should, once it is written. */
  default boolean isComplete() {
    return true;
  }
}

package dev.kassei.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What {@code kassei export} writes, with the options that ask for it. */
interface ExportFormat {
  /** The files and folders that it writes, one for each option that was given. */
  List<Path> targets();

  /** Whether an option was given. */
  default boolean isWanted() {
    return !targets().isEmpty();
  }

  /**
   * Writes what is wanted.
   *
   * @return what to print: the path of each file, or what went where
   */
  List<String> write(ExportSource source) throws IOException;

  /** Whether all that was asked for went where it should, once it is written. */
  default boolean isComplete() {
    return true;
  }
}

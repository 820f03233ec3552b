package dev.kassei.cli.command;

import dev.kassei.experiment.config.ConfigSource;
import java.nio.file.Path;

/** A configuration that comes through the standard input; its relative paths start here. */
final class StandardInput {
  /** How it is typed. */
  static final Path TYPED = Path.of("-");

  /** How messages call it, and its run, if it has no name. */
  static final Path NAME = Path.of("stdin");

  private StandardInput() {}

  /** It can be read once. */
  static ConfigSource read() {
    return ConfigSource.stream(NAME.toString(), System.in);
  }
}

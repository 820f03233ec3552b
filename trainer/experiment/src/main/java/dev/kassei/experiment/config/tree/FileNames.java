package dev.kassei.experiment.config.tree;

import java.util.Optional;

/** Turns a path as it is written at some place into one as the main file would write it. */
@FunctionalInterface
public interface FileNames {
  /** Paths as they are written, where there is no file. */
  FileNames AS_WRITTEN = (location, text, path) -> Optional.of(text);

  /** The path; empty after a problem was reported. */
  Optional<String> rebased(Location location, String text, String path);
}

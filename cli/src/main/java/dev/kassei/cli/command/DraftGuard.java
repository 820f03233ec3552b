package dev.kassei.cli.command;

import dev.kassei.results.file.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Until its release, a process that is asked to end takes the draft of a file along. */
final class DraftGuard {
  private final Thread hook;

  /** Guards the file that the calling thread writes. */
  DraftGuard(Path file) {
    Path draft = WholeFile.draft(file);
    hook = ShutdownHooks.add(() -> delete(draft));
  }

  private static void delete(Path draft) {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void release() {
    ShutdownHooks.remove(hook);
  }
}

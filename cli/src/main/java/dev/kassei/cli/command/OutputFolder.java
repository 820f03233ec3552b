package dev.kassei.cli.command;

import dev.kassei.cli.failure.UsageProblem;
import dev.kassei.results.record.BatchFiles;
import dev.kassei.results.record.RunFiles;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Looks at a folder to write to before the work whose results it shall take. */
final class OutputFolder {
  private OutputFolder() {}

  /**
   * Requires that a folder can be written to, or made.
   *
   * @throws IOException that names what stands in the way
   */
  static void require(Path folder) throws IOException {
    Path there = there(folder);
    if (!Files.isDirectory(there)) {
      throw new FileAlreadyExistsException(there.toString());
    }
    if (!Files.isWritable(there)) {
      throw new AccessDeniedException(there.toString());
    }
  }

  /** The folder itself, or the nearest one above it that is there. */
  private static Path there(Path folder) {
    Path there = folder;
    while (!Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
      there = Optional.ofNullable(there.getParent()).orElse(Path.of(""));
    }
    return there;
  }

  /**
   * Requires that a folder can be written to, or made, and that nothing of a run or batch is lost.
   *
   * @throws UsageProblem if it holds their results
   */
  static void requireNoResults(Path folder) throws IOException {
    require(folder);
    requireNone(folder, BatchFiles.JOURNAL, "a batch");
    requireNone(folder, RunFiles.RUN, "a run");
  }

  private static void requireNone(Path folder, String file, String owner) {
    if (Files.exists(folder.resolve(file))) {
      throw new UsageProblem(
          "--out: '%s' is the folder of %s, whose own results would be lost; choose another"
              .formatted(folder, owner));
    }
  }
}

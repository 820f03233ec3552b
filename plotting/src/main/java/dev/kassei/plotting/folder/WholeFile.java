package dev.kassei.plotting.folder;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Files that are there whole or not at all: written under a name that no other process and thread
 * has, then moved. So two programs may draw the same folder at the same time.
 */
public final class WholeFile {
  private static final Pattern DRAFT = Pattern.compile(".+\\.(\\d{1,18})-\\d+\\.tmp");

  private WholeFile() {}

  /**
   * Writes a file; one of this name is replaced.
   *
   * @return the file
   */
  public static Path write(Path file, byte[] content) throws IOException {
    // not createTempFile, whose files nobody else may read
    Path draft = file.resolveSibling(file.getFileName() + suffix());
    try {
      Files.write(draft, content);
      return moved(draft, file);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** Removes from a folder what processes that were killed have begun to write. */
  public static void removeDrafts(Path folder) throws IOException {
    List<Path> drafts;
    try (Stream<Path> files = Files.list(folder)) {
      drafts = files.filter(WholeFile::isLeft).toList();
    }
    for (Path draft : drafts) {
      Files.deleteIfExists(draft);
    }
  }

  private static boolean isLeft(Path file) {
    Matcher name = DRAFT.matcher(file.getFileName().toString());
    return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
  }

  private static String suffix() {
    return ".%s-%s.tmp".formatted(ProcessHandle.current().pid(), Thread.currentThread().getId());
  }

  private static Path moved(Path from, Path to) throws IOException {
    try {
      return Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      return Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}

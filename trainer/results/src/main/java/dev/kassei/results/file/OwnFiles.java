package dev.kassei.results.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Deletes what Kassei has written, where others may have put files, too: only regular files, by
 * names of an exact form, and never a link nor through one.
 */
public final class OwnFiles {
  private OwnFiles() {}

  /** Deletes a file, if it is a regular one in a folder that is no link. */
  public static void delete(Path file) throws IOException {
    if (isFolder(file.toAbsolutePath().getParent())
        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      Files.deleteIfExists(file);
    }
  }

  /** Deletes the files of a folder whose names are Kassei's; there need not be a folder. */
  public static void delete(Path folder, Predicate<String> isOwn) throws IOException {
    if (!isFolder(folder)) {
      return;
    }
    for (Path file : files(folder)) {
      if (isOwn.test(file.getFileName().toString())) {
        delete(file);
      }
    }
  }

  /**
   * Deletes the files below a folder whose names are Kassei's, and the folders that are empty then.
   *
   * @param prefix what stands before the names of files in it, such as {@code plugins/}
   */
  public static void deleteBelow(Path folder, String prefix, Predicate<String> isOwn)
      throws IOException {
    if (!isFolder(folder)) {
      return;
    }
    for (Path file : files(folder)) {
      String name = prefix + file.getFileName();
      deleteBelow(file, name + "/", isOwn);
      if (isOwn.test(name)) {
        delete(file);
      }
    }
    deleteEmpty(folder);
  }

  /** Deletes a folder that holds nothing any more. */
  public static void deleteEmpty(Path folder) throws IOException {
    if (isFolder(folder) && files(folder).isEmpty()) {
      Files.delete(folder);
    }
  }

  /** Whether there is a folder, not only a link to one. */
  static boolean isFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}

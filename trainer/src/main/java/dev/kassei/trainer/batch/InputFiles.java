package dev.kassei.trainer.batch;

import dev.kassei.trainer.result.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The files that the trials of a batch depend on, as they were when first asked for. */
final class InputFiles {
  private final Map<Path, Seen> seen = new HashMap<>();

  /** What a file held, and what tells soon that it may hold something else. */
  private record Seen(FileTime time, long size, String digest) {
    static Seen of(Path file) throws IOException {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return new Seen(now.lastModifiedTime(), now.size(), Sha256.of(file));
    }

    boolean looksLike(Path file) throws IOException {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return time.equals(now.lastModifiedTime()) && size == now.size();
    }
  }

  /** What a file holds, in place of what it is called; empty if it is none. */
  synchronized String digest(Path file) {
    if (!Files.isRegularFile(file)) {
      return "";
    }
    try {
      Seen known = seen.get(file);
      Seen first = known == null ? Seen.of(file) : known;
      seen.put(file, first);
      return first.digest();
    } catch (IOException e) {
      throw new UncheckedIOException("'" + file + "' cannot be read: " + e, e);
    }
  }

  /** The digests of all that were asked for, by the name of the file. */
  synchronized Map<String, String> digests() {
    var digests = new TreeMap<String, String>();
    new TreeMap<>(seen)
        .forEach(
            (file, known) ->
                digests.merge(file.getFileName().toString(), known.digest(), String::concat));
    return digests;
  }

  /**
   * Refuses files that hold something else by now. One that is away is none of them: what it would
   * have been read for has not been trained.
   *
   * @throws InputChangedException if one does; the message names it
   */
  synchronized void requireUnchanged() {
    seen.forEach(InputFiles::requireUnchanged);
  }

  private static void requireUnchanged(Path file, Seen known) {
    try {
      if (Files.isRegularFile(file)
          && !known.looksLike(file)
          && !Sha256.of(file).equals(known.digest())) {
        throw new InputChangedException("'" + file + "'");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("'" + file + "' cannot be read: " + e, e);
    }
  }
}

package dev.kassei.experiment.checkpoint;

import dev.kassei.experiment.plugin.CodeContent;
import dev.kassei.results.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files that the trials of a batch depend on, those of plugins among them, as they were when
 * first asked for.
 */
public final class InputFiles {
  private final long maxBytes;
  private final Map<Path, Seen> files = new HashMap<>();
  private final Map<Path, Seen> code = new HashMap<>();

  /** What tells soon that a file may hold something else. */
  private record Look(FileTime time, long size) {
    static Look of(Path file) throws IOException {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return new Look(now.lastModifiedTime(), now.size());
    }
  }

  /**
   * What a file or folder held.
   *
   * @param looks of the file, or of those in the folder
   */
  private record Seen(Map<Path, Look> looks, String digest) {
    /** Looks first, so that a change in between is found later. */
    static Seen of(Path place, Content content) throws IOException {
      Map<Path, Look> looks = looks(place);
      return new Seen(looks, content.digest(place));
    }

    boolean isStill(Path place, Content content) throws IOException {
      return looks.equals(looks(place)) || digest.equals(content.digest(place));
    }

    private static Map<Path, Look> looks(Path place) throws IOException {
      var looks = new HashMap<Path, Look>();
      try (Stream<Path> inside = Files.walk(place)) {
        for (Path file : inside.filter(Files::isRegularFile).toList()) {
          looks.put(file, Look.of(file));
        }
      }
      return looks;
    }
  }

  private interface Content {
    String digest(Path place) throws IOException;
  }

  /** Files of whatever size. */
  public InputFiles() {
    this(Long.MAX_VALUE);
  }

  /**
   * @param maxBytes of files that are read; what larger ones hold is not asked for
   */
  InputFiles(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** What a file holds, in place of what it is called; empty if it is none. */
  public synchronized String digest(Path file) {
    return Files.isRegularFile(file) && file.toFile().length() <= maxBytes
        ? seen(files, file, Sha256::of)
        : "";
  }

  /** What a jar or a folder of classes holds. */
  public synchronized String code(Path place) {
    return seen(code, place, CodeContent::hash);
  }

  private static String seen(Map<Path, Seen> all, Path place, Content content) {
    try {
      Seen known = all.get(place);
      Seen first = known == null ? Seen.of(place, content) : known;
      all.put(place, first);
      return first.digest();
    } catch (IOException e) {
      throw new UncheckedIOException("'" + place + "' cannot be read: " + e, e);
    }
  }

  /** The digests of all that were asked for, without those of code, by the name of the file. */
  public synchronized Map<String, String> digests() {
    var digests = new TreeMap<String, String>();
    new TreeMap<>(files)
        .forEach(
            (file, known) ->
                digests.merge(file.getFileName().toString(), known.digest(), String::concat));
    return digests;
  }

  /**
   * Refuses files that hold something else by now. One that is away is none of them: what it would
   * have been read for has not been trained. Of plugins it is, since Java reads a class when it is
   * first used, which may be in the midst of a trial.
   *
   * @throws InputChangedException if one does; the message names it
   */
  public synchronized void requireUnchanged() {
    files.forEach(InputFiles::requireUnchanged);
    code.forEach(InputFiles::requireSameCode);
  }

  private static void requireUnchanged(Path file, Seen known) {
    try {
      if (Files.isRegularFile(file) && !known.isStill(file, Sha256::of)) {
        throw new InputChangedException("'" + file + "'");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("'" + file + "' cannot be read: " + e, e);
    }
  }

  private static void requireSameCode(Path place, Seen known) {
    if (!isSameCode(place, known)) {
      throw new InputChangedException("the plugin '" + place + "'");
    }
  }

  /** Code that is away, or just being written, is not the same. */
  private static boolean isSameCode(Path place, Seen known) {
    try {
      return known.isStill(place, CodeContent::hash);
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }
}

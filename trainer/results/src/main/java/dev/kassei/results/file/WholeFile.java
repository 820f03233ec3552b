package dev.kassei.results.file;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Files that are there whole or not at all: written as a draft, under a name that no other process
 * and thread has, then moved. So two programs may write the same folder at the same time.
 */
public final class WholeFile {
  /** The ending of the names of drafts, and of folders that are not yet complete. */
  public static final String TEMPORARY = ".tmp";

  /** What follows the name of a file in that of its draft, as a regular expression. */
  public static final String DRAFT = "(\\.\\d{1,18}-\\d+)?\\.tmp";

  private static final Pattern DRAFT_OF_PROCESS = Pattern.compile(".+\\.(\\d{1,18})-\\d+\\.tmp");

  private WholeFile() {}

  /** What is written; it may close what it is written to. */
  @FunctionalInterface
  public interface Content<T> {
    void writeTo(T out) throws IOException;
  }

  /** Writes a text in UTF-8. */
  public static void text(Path file, Content<Writer> content) throws IOException {
    bytes(
        file,
        out -> {
          try (var writer =
              new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            content.writeTo(writer);
          }
        });
  }

  /** Writes bytes. A file of this name is replaced; a device or a pipe is written to. */
  public static void bytes(Path file, Content<OutputStream> content) throws IOException {
    if (Files.exists(file) && Files.readAttributes(file, BasicFileAttributes.class).isOther()) {
      stream(file, content);
    } else {
      bytes(file, content, path -> {}, path -> {});
    }
  }

  private static void stream(Path file, Content<OutputStream> content) throws IOException {
    try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
      content.writeTo(out);
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException e) {
      throw named(file, e);
    } catch (UncheckedIOException e) {
      throw named(file, e.getCause());
    }
  }

  /** Writes bytes that outlive a power cut once this returns, as what was there does before. */
  public static void synced(Path file, Sync sync, Content<OutputStream> content)
      throws IOException {
    bytes(file, content, sync::file, sync::names);
  }

  private static void bytes(
      Path file, Content<OutputStream> content, Content<Path> written, Content<Path> moved)
      throws IOException {
    requirePlace(file);
    // not createTempFile, whose files nobody else may read
    Path draft = draft(file);
    try {
      try (var out = new BufferedOutputStream(Files.newOutputStream(draft))) {
        content.writeTo(out);
      }
      written.writeTo(draft);
      move(draft, file);
      moved.writeTo(file.toAbsolutePath().getParent());
    } catch (AccessDeniedException e) {
      throw draft.toString().equals(e.getFile()) ? new AccessDeniedException(file.toString()) : e;
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException e) {
      throw named(file, e);
    } catch (UncheckedIOException e) {
      throw named(file, e.getCause());
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** Says in words of the file what the system says in words of its draft. */
  private static void requirePlace(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new WrongPlaceException(file, "it is a folder; name a file in it");
    }
    Optional<Path> folder = Optional.ofNullable(file.getParent()).filter(Files::notExists);
    if (folder.isPresent()) {
      throw new WrongPlaceException(file, "there is no folder '%s'".formatted(folder.get()));
    }
  }

  /** A full disk does not tell which file found no room. */
  private static IOException named(Path file, IOException problem) {
    var named = new FileSystemException(file.toString(), null, problem.getMessage());
    named.initCause(problem);
    return named;
  }

  /** Removes from a folder the drafts of processes that were killed. */
  public static void removeDrafts(Path folder) throws IOException {
    List<Path> drafts;
    try (Stream<Path> files = Files.list(folder)) {
      drafts = files.filter(WholeFile::isAbandoned).toList();
    }
    for (Path draft : drafts) {
      OwnFiles.delete(draft);
    }
  }

  private static boolean isAbandoned(Path file) {
    Matcher name = DRAFT_OF_PROCESS.matcher(file.getFileName().toString());
    return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
  }

  /** What this thread writes before it becomes a file. */
  public static Path draft(Path file) {
    String suffix =
        ".%s-%s%s"
            .formatted(ProcessHandle.current().pid(), Thread.currentThread().getId(), TEMPORARY);
    return file.resolveSibling(file.getFileName() + suffix);
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}

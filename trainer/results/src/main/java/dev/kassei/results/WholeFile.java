package dev.kassei.results;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that are there whole or not at all: written under another name, then moved. */
public final class WholeFile {
  /** The ending of the other name. */
  public static final String TEMPORARY = ".tmp";

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

  /** Writes bytes. A file of this name is replaced. */
  public static void bytes(Path file, Content<OutputStream> content) throws IOException {
    bytes(file, content, path -> {}, path -> {});
  }

  /** Writes bytes that outlive a power cut once this returns, as what was there does before. */
  public static void synced(Path file, Sync sync, Content<OutputStream> content)
      throws IOException {
    bytes(file, content, sync::file, sync::names);
  }

  private static void bytes(
      Path file, Content<OutputStream> content, Content<Path> written, Content<Path> moved)
      throws IOException {
    // not createTempFile, whose files nobody else may read
    Path temporary = file.resolveSibling(file.getFileName() + TEMPORARY);
    try {
      try (var out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
        content.writeTo(out);
      }
      written.writeTo(temporary);
      move(temporary, file);
      moved.writeTo(file.toAbsolutePath().getParent());
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}

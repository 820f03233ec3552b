package dev.kassei.results.file;

import dev.kassei.results.text.FileSignature;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Text files in UTF-8, with or without a byte-order mark. */
public final class TextFile {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private TextFile() {}

  /**
   * The text of a file of results.
   *
   * @throws FolderException if there is no such file, or it is not UTF-8, or may not be read
   */
  public static String read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw FolderException.damaged(file, "there is no such file");
    }
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw FolderException.damaged(file, "it is not UTF-8");
    } catch (IOException e) {
      throw FolderException.unreadable(file, e);
    }
  }

  /**
   * Opens a file; that there is none, or a folder, is a problem.
   *
   * @param start where relative paths start
   */
  public static InputStream open(Path file, Path start, FileProblems problems) throws IOException {
    if (Files.isDirectory(file)) {
      throw problems.failure("a file is expected but it is a folder; name a file in it");
    }
    try {
      // a pipe has no position, which the other kind of stream asks for
      return Files.exists(file) && !Files.isRegularFile(file)
          ? new FileInputStream(file.toFile())
          : Files.newInputStream(file);
    } catch (NoSuchFileException e) {
      throw problems.failure(
          ("there is no such file; relative paths start at '%s', which the key folder or"
                  + " --set folder=DIR changes")
              .formatted(start));
    }
  }

  /**
   * The text of a stream. Other bytes than UTF-8 are a {@link CharacterCodingException}; a known
   * format that is no text is a problem.
   */
  public static BufferedReader text(InputStream bytes, FileProblems problems) throws IOException {
    var in = new BufferedInputStream(bytes);
    requireText(in, problems);
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    try {
      var reader = new BufferedReader(new InputStreamReader(in, decoder));
      reader.mark(1);
      if (reader.read() != BYTE_ORDER_MARK) {
        reader.reset();
      }
      return reader;
    } catch (CharacterCodingException e) {
      throw encoding(problems);
    }
  }

  private static void requireText(InputStream in, FileProblems problems) throws IOException {
    in.mark(FileSignature.MAX_BYTES);
    Optional<FileSignature> other = FileSignature.of(in.readNBytes(FileSignature.MAX_BYTES));
    in.reset();
    if (other.isPresent()) {
      throw problems.failure(
          "expected rows of text but this is %s; %s"
              .formatted(other.get().name(), other.get().advice()));
    }
  }

  /** The problem behind a {@link CharacterCodingException}. */
  public static IllegalArgumentException encoding(FileProblems problems) {
    return problems.failure("expected text in UTF-8 but found other bytes; save the file as UTF-8");
  }
}

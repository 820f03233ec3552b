package dev.kassei.plotting.folder;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files of UTF-8. */
public final class TextFile {
  private TextFile() {}

  /**
   * The text of a file.
   *
   * @throws FolderException if there is no such file, or it is not UTF-8
   */
  public static String read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw FolderException.damaged(file, "there is no such file");
    }
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw FolderException.damaged(file, "it is not UTF-8");
    }
  }
}

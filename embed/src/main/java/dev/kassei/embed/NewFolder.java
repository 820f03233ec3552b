package dev.kassei.embed;

import dev.kassei.results.RunFolder;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that is there with all its files, or not at all. */
final class NewFolder {
  private NewFolder() {}

  static void write(Path folder, FolderWriter writer) throws IOException {
    create(folder);
    boolean isWritten = false;
    try {
      writer.write(new RunFolder(folder));
      isWritten = true;
    } finally {
      if (!isWritten) {
        new RunFolder(folder).delete();
      }
    }
  }

  private static void create(Path folder) throws IOException {
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    try {
      Files.createDirectory(folder);
    } catch (FileAlreadyExistsException e) {
      throw new KasseiException(
          "'%s' is there already; a model is saved in a new folder, choose another"
              .formatted(folder));
    }
  }
}

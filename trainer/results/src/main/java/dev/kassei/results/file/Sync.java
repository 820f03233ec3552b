package dev.kassei.results.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * Puts on the disk what would else be lost with the machine, at a power cut. What a process has
 * written outlives the process alone.
 */
public interface Sync {
  /** The disk's own. */
  Sync DISK = new Disk();

  /** Returns once the content of a file is on the disk. */
  void file(Path file) throws IOException;

  /** Returns once the names of the files in a folder are on the disk. */
  void names(Path folder) throws IOException;

  /** How long writes that can be repeated wait to share one sync, which takes milliseconds. */
  Duration interval();

  /** Creates a folder, if there is none, and puts its name on the disk. */
  default void create(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Path above = folder.toAbsolutePath().getParent();
      create(above);
      Files.createDirectories(folder);
      names(above);
    }
  }

  /** What the file system does when it is asked to. */
  final class Disk implements Sync {
    private Disk() {}

    @Override
    public void file(Path file) throws IOException {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
    }

    @Override
    public void names(Path folder) throws IOException {
      if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        // Windows opens no folders, and keeps names by itself
        try (FileChannel channel = FileChannel.open(folder)) {
          channel.force(true);
        }
      }
    }

    @Override
    public Duration interval() {
      return Duration.ofSeconds(1);
    }
  }
}

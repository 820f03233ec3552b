package dev.kassei.spark.archive;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Folders in one file each. */
public final class Archive {
  /** Equal files make equal archives. */
  private static final LocalDateTime PACKED = LocalDateTime.of(1980, 2, 1, 0, 0);

  private Archive() {}

  /**
   * Packs the files of a folder, as a jar packs classes.
   *
   * @return the archive
   */
  public static Path pack(Path folder, Path archive) throws IOException {
    try (var out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(archive)));
        Stream<Path> inside = Files.walk(folder)) {
      // most of it is compressed already
      out.setLevel(Deflater.BEST_SPEED);
      List<Path> files = inside.filter(Files::isRegularFile).sorted().toList();
      for (Path file : files) {
        var entry = new ZipEntry(folder.relativize(file).toString().replace('\\', '/'));
        entry.setTimeLocal(PACKED);
        out.putNextEntry(entry);
        Files.copy(file, out);
      }
    }
    return archive;
  }

  /**
   * Unpacks an archive into a new folder.
   *
   * @return the folder
   */
  public static Path unpack(Path archive, Path place) throws IOException {
    Path folder = place.toAbsolutePath().normalize();
    Files.createDirectories(folder);
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(archive));
        var in = new ZipInputStream(bytes)) {
      ZipEntry entry = in.getNextEntry();
      while (entry != null) {
        Path file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) {
          throw new IOException("'" + entry.getName() + "' does not belong into an archive");
        }
        Files.createDirectories(file.getParent());
        Files.copy(in, file);
        entry = in.getNextEntry();
      }
    }
    return folder;
  }
}

package dev.kassei.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Formats of which each is a file. */
interface FileFormats extends ExportFormat {
  /** Writes a file. */
  @FunctionalInterface
  interface Writing {
    void write(ExportSource source, Path file) throws IOException;
  }

  /**
   * A format.
   *
   * @param file what its option names
   */
  record FileFormat(Optional<Path> file, Writing writing) {}

  /** One per option. */
  List<FileFormat> all();

  @Override
  default List<Path> targets() {
    return all().stream().flatMap(format -> format.file().stream()).toList();
  }

  @Override
  default List<String> write(ExportSource source) throws IOException {
    var written = new ArrayList<String>();
    for (FileFormat format : all()) {
      if (format.file().isPresent()) {
        format.writing().write(source, format.file().get());
        written.add(format.file().get().toString());
      }
    }
    return written;
  }
}

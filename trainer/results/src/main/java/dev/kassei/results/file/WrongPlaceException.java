package dev.kassei.results.file;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A place where no file can be written, whatever becomes of the machine. */
final class WrongPlaceException extends FileSystemException {
  private static final long serialVersionUID = 1L;

  WrongPlaceException(Path file, String reason) {
    super(file.toString(), null, reason);
  }
}

package dev.kassei.results.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;

/** Says why a file or folder cannot be written. */
public final class WriteFailure {
  private WriteFailure() {}

  /** Whether it is the machine's matter, as a full disk is, and not that of a wrong path. */
  public static boolean isTemporary(IOException problem) {
    return !(problem instanceof FileAlreadyExistsException
        || problem instanceof AccessDeniedException
        || problem instanceof NoSuchFileException
        || problem instanceof NotDirectoryException
        || problem instanceof WrongPlaceException);
  }

  /** What is said of it, with the file as far as the system names it. */
  public static String sentence(IOException problem) {
    String place =
        problem instanceof FileSystemException system ? " to '" + file(system) + "'" : "";
    return "results cannot be written" + place + ": " + reason(problem);
  }

  /** The one that was to be written: of a copy the second. */
  private static String file(FileSystemException problem) {
    return Optional.ofNullable(problem.getOtherFile()).orElse(problem.getFile());
  }

  /** The reason as a part of a sentence that names the file. */
  public static String reason(IOException problem) {
    if (problem instanceof FileAlreadyExistsException exists) {
      return "'" + exists.getFile() + "' is a file, not a folder";
    }
    if (problem instanceof AccessDeniedException denied) {
      return "permission denied for '" + denied.getFile() + "'";
    }
    if (problem instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    boolean hasReason = problem instanceof FileSystemException system && system.getReason() != null;
    return hasReason ? ((FileSystemException) problem).getReason() : problem.toString();
  }
}

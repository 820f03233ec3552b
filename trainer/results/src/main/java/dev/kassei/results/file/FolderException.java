package dev.kassei.results.file;

import dev.kassei.results.text.UserFixable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A folder of results that cannot be read; the message names the file and says what to do. */
public final class FolderException extends RuntimeException implements UserFixable {
  private static final long serialVersionUID = 1L;

  private FolderException(String message) {
    super(message);
  }

  /** A file that is not what Kassei writes. */
  public static FolderException damaged(Path file, String reason) {
    return new FolderException(
        "'%s' cannot be read: %s; run the experiment again, or restore the file"
            .formatted(file, reason));
  }

  /** A file that the system does not let us read. */
  public static FolderException unreadable(Path file, IOException problem) {
    return new FolderException(
        "'%s' cannot be read: %s; see to it that it can be, or restore the file"
            .formatted(file, WriteFailure.reason(problem)));
  }

  /** A file that somebody changed after it was written, or that belongs to other results. */
  public static FolderException changed(Path file) {
    return new FolderException(
        "'%s' cannot be trusted: it is not what was written with the results beside it; run the batch"
                .formatted(file)
            + " again, which writes them anew from its journal, or restore the file");
  }

  /**
   * A file of a run that somebody changed after it was written.
   *
   * @param sums what tells it
   */
  public static FolderException edited(Path file, Path sums) {
    return new FolderException(
        "'%s' is not what the run wrote, says '%s'; restore the file, or, if the change is meant, delete its line in %s"
            .formatted(file, sums, sums.getFileName()));
  }

  /**
   * The missing file of a run that may be older than it.
   *
   * @param config the configuration of the run
   */
  public static FolderException unprepared(Path file, Path config) {
    return new FolderException(
        "there is no '%s', which says how rows become features: it was removed, or the run is of a version"
                .formatted(file)
            + " before it; restore the file, or run the experiment again: kassei run "
            + config);
  }

  /**
   * A file of another version than the one that is read.
   *
   * @param found what the file says; NaN if nothing
   */
  public static FolderException version(Path file, double found, int expected) {
    String reason =
        "its format is %s but this version of Kassei reads format %s"
            .formatted(
                Double.isNaN(found) ? "not said" : String.valueOf(found).replaceFirst("\\.0$", ""),
                expected);
    return found > expected
        ? new FolderException(
            "'%s' cannot be read: %s; a newer Kassei wrote it: update Kassei"
                .formatted(file, reason))
        : damaged(file, reason);
  }

  /**
   * The folder of a batch where that of a run is wanted.
   *
   * @param saved one of its runs, if any was saved
   */
  public static FolderException batch(Path folder, Optional<Path> saved) {
    return new FolderException(
        "'%s' is the folder of a batch, and a run is needed; ".formatted(folder)
            + saved
                .map(run -> "name one that it saved, such as '%s'".formatted(run))
                .orElse("it saved none: set batch.keep, such as keep: best, and run it again"));
  }

  /** The folder of a run that was killed, and can continue. */
  public static FolderException unfinished(Path folder) {
    return new FolderException(
        "the run in '%s' has not ended; continue it with: kassei run %s".formatted(folder, folder));
  }

  /** A folder that no run has finished. */
  public static FolderException foreign(Path folder, String reason) {
    return new FolderException(
        "'%s' is not the folder of a finished run or batch: %s; name a folder such as runs/NAME"
            .formatted(folder, reason));
  }
}

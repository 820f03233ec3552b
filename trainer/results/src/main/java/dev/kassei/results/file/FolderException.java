package dev.kassei.results.file;

import dev.kassei.results.text.UserFixable;
import java.nio.file.Path;

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

  /** A file that somebody changed after it was written, or that belongs to other results. */
  public static FolderException changed(Path file) {
    return new FolderException(
        "'%s' cannot be trusted: it is not what was written with the results beside it; run the batch"
                .formatted(file)
            + " again, which writes them anew from its journal, or restore the file");
  }

  /**
   * The missing file of a run that is older than it.
   *
   * @param config the configuration of the run
   */
  public static FolderException unprepared(Path file, Path config) {
    return new FolderException(
        "there is no '%s', which says how rows become features: the run is of a version before it; run the"
                .formatted(file)
            + " experiment again: kassei run "
            + config);
  }

  /** A folder that no run has finished. */
  public static FolderException foreign(Path folder, String reason) {
    return new FolderException(
        "'%s' is not the folder of a finished run or batch: %s; name a folder such as runs/NAME"
            .formatted(folder, reason));
  }
}

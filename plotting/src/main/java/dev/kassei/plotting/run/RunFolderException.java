package dev.kassei.plotting.run;

import java.nio.file.Path;

/** A folder that cannot be drawn; the message names the file and says what to do. */
public final class RunFolderException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private RunFolderException(String message) {
    super(message);
  }

  /** A file that is not what a run writes. */
  static RunFolderException damaged(Path file, String reason) {
    return new RunFolderException(
        "'%s' cannot be read: %s; run the experiment again, or restore the file"
            .formatted(file, reason));
  }

  /** A folder that no run has finished. */
  static RunFolderException foreign(Path folder, String reason) {
    return new RunFolderException(
        "'%s' is not the folder of a finished run: %s; name a folder such as runs/NAME"
            .formatted(folder, reason));
  }
}

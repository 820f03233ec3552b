package dev.kassei.batch.table;

import dev.kassei.results.text.UserFixable;
import java.nio.file.Path;

/** A folder that cannot be analysed; the message names the file and says what to do. */
public final class BatchFolderException extends RuntimeException implements UserFixable {
  private static final long serialVersionUID = 1L;

  public BatchFolderException(String message) {
    super(message);
  }

  /** A file that is not what a batch writes. */
  static BatchFolderException damaged(Path file, String reason) {
    return new BatchFolderException(
        "'%s' cannot be read: %s; run the batch again, or restore the file"
            .formatted(file, reason));
  }

  /** A file that somebody changed after it was written. */
  static BatchFolderException changed(Path file, String reason) {
    return new BatchFolderException(
        "'%s' cannot be trusted: %s; 'kassei run %s' writes all of them anew from the journal, or"
                .formatted(file, reason, file.resolveSibling("config.yaml"))
            + " restore the file");
  }

  /** A folder that is no batch's, or one of which nothing has been written yet. */
  public static BatchFolderException foreign(Path folder, String reason) {
    return new BatchFolderException(
        "'%s' is not the folder of a batch with results: %s; name a folder such as runs/NAME"
            .formatted(folder, reason));
  }
}

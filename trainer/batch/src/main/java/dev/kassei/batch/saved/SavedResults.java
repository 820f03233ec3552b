package dev.kassei.batch.saved;

import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.run.BatchJournal;
import dev.kassei.batch.run.BatchResults;
import dev.kassei.batch.table.BatchFolderException;
import dev.kassei.batch.table.BatchTables;
import dev.kassei.batch.table.VerifiedTables;
import dev.kassei.results.ResultsFile;
import dev.kassei.results.record.BatchFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a batch has come to so far, as its folder has it. */
public final class SavedResults {
  private SavedResults() {}

  /** Whether a configuration is that in the folder of a batch which can be resumed. */
  public static boolean isInResumableBatchFolder(Path config) {
    return config.endsWith(BatchFiles.CONFIG)
        && Files.isRegularFile(config.resolveSibling(BatchFiles.JOURNAL));
  }

  /** Whether a configuration is that in the folder of a batch. */
  public static boolean isInBatchFolder(Path config) {
    return config.endsWith(BatchFiles.CONFIG)
        && (Files.isRegularFile(config.resolveSibling(BatchFiles.TRIALS))
            || Files.isRegularFile(config.resolveSibling(BatchFiles.JOURNAL)));
  }

  /**
   * Reads the tables, which need no data, if they are as the batch wrote them. While it runs, and
   * if it was killed before there were any, it is the journal that is read. Nothing is locked.
   *
   * @param code names the code of Kassei, on which keys depend
   * @param hasCurves whether curves and timings are read, too
   * @throws BatchFolderException if there is nothing, or it is damaged
   */
  public static BatchResults read(Path folder, BatchConfig batch, String code, boolean hasCurves)
      throws IOException {
    boolean areTables =
        ResultsFile.isIn(folder) && Files.isRegularFile(folder.resolve(BatchFiles.TRIALS));
    if (!areTables && Files.isRegularFile(folder.resolve(BatchFiles.JOURNAL))) {
      return BatchJournal.read(batch, code, folder);
    }
    if (!ResultsFile.isIn(folder)) {
      throw BatchFolderException.foreign(folder, "it holds no " + BatchFiles.RESULTS);
    }
    VerifiedTables.require(folder);
    BatchResults results = BatchTables.read(folder);
    return hasCurves ? BatchTables.withCurves(folder, results) : results;
  }
}

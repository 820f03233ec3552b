package dev.kassei.trainer.batch.kept;

import dev.kassei.api.result.BatchFiles;
import dev.kassei.trainer.batch.BatchResults;
import dev.kassei.trainer.batch.BatchRunner;
import dev.kassei.trainer.batch.table.BatchFolderException;
import dev.kassei.trainer.batch.table.BatchTables;
import dev.kassei.trainer.config.BatchConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a batch has come to so far, as its folder has it. */
public final class KeptResults {
  private KeptResults() {}

  /** Whether a configuration is that in the folder of a batch. */
  public static boolean areBeside(Path config) {
    return config.endsWith(BatchFiles.CONFIG)
        && (Files.isRegularFile(config.resolveSibling(BatchFiles.TRIALS))
            || Files.isRegularFile(config.resolveSibling(BatchFiles.JOURNAL)));
  }

  /**
   * Reads the tables, which need no data. While the batch runs, and if it was killed before there
   * were any, it is the journal that is read.
   *
   * @param version of Kassei
   * @param hasCurves whether curves and seconds are read, too
   * @throws BatchFolderException if there is nothing, or it is damaged
   */
  public static BatchResults read(Path folder, BatchConfig batch, String version, boolean hasCurves)
      throws IOException {
    if (Files.isRegularFile(folder.resolve(BatchFiles.JOURNAL))
        && (Files.notExists(folder.resolve(BatchFiles.TRIALS)) || BatchRunner.isRunning(folder))) {
      return BatchRunner.known(batch, version, folder);
    }
    BatchResults results = BatchTables.read(folder);
    return hasCurves ? BatchTables.withCurves(folder, results) : results;
  }
}

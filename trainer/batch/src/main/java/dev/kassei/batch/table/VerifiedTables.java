package dev.kassei.batch.table;

import dev.kassei.results.ResultsFile;
import dev.kassei.results.record.BatchFiles;
import dev.kassei.results.record.FileSum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Compares tables with the sums that were written beside them. */
public final class VerifiedTables {
  private VerifiedTables() {}

  /**
   * Requires that tables are as they were written, and of the configuration beside them.
   *
   * @throws BatchFolderException if one is not
   */
  public static void require(Path folder) throws IOException {
    Map<String, String> sums = ResultsFile.sums(folder);
    for (String name : ResultsFile.TABLES) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file) && !FileSum.of(file).equals(sums.get(name))) {
        throw BatchFolderException.changed(file, "it is not what the batch wrote");
      }
    }
    Path config = folder.resolve(BatchFiles.CONFIG);
    if (!FileSum.ofConfig(config).equals(sums.get(BatchFiles.CONFIG))) {
      throw BatchFolderException.changed(
          config, "it is not the configuration to which the results beside it belong");
    }
  }
}

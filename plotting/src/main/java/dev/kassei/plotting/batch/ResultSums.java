package dev.kassei.plotting.batch;

import dev.kassei.results.ResultsFile;
import dev.kassei.results.file.FolderException;
import dev.kassei.results.record.BatchFiles;
import dev.kassei.results.record.FileSum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The sums in {@code results.json}, by which files are known to be as they were written and of the
 * configuration beside them.
 */
record ResultSums(Path folder, Map<String, String> sums) {
  private static final List<String> READ =
      List.of(
          BatchFiles.STATISTICS,
          BatchFiles.TRIALS,
          BatchFiles.CURVES,
          BatchFiles.TIMINGS,
          BatchFiles.TUNING);

  /**
   * Reads them.
   *
   * @throws FolderException if there are none, as of a batch that is running or was stopped
   */
  static ResultSums read(Path folder) throws IOException {
    if (!ResultsFile.isIn(folder)) {
      throw FolderException.foreign(
          folder, "it holds no %s, so the batch has not ended".formatted(BatchFiles.RESULTS));
    }
    return new ResultSums(folder, ResultsFile.sums(folder));
  }

  /**
   * Compares files with their sums.
   *
   * @throws FolderException if one was changed
   */
  void verify() throws IOException {
    for (String name : READ) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file) && !FileSum.of(file).equals(sums.get(name))) {
        throw FolderException.changed(file);
      }
    }
    Path config = folder.resolve(BatchFiles.CONFIG);
    if (Files.isRegularFile(config)
        && !FileSum.ofConfig(config).equals(sums.get(BatchFiles.CONFIG))) {
      throw FolderException.changed(config);
    }
  }
}

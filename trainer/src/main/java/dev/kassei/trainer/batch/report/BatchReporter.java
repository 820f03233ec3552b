package dev.kassei.trainer.batch.report;

import dev.kassei.api.result.BatchFiles;
import dev.kassei.api.result.BatchRecord;
import dev.kassei.trainer.batch.BatchResults;
import dev.kassei.trainer.batch.analysis.BatchAnalysis;
import dev.kassei.trainer.batch.analysis.Subject;
import dev.kassei.trainer.batch.table.BatchTables;
import dev.kassei.trainer.config.BatchConfig;
import dev.kassei.trainer.config.ExperimentException;
import dev.kassei.trainer.result.WholeFile;
import java.io.IOException;
import java.nio.file.Path;

/** Writes what came of a batch into its folder: tables first, then what they say. */
public final class BatchReporter {
  private BatchReporter() {}

  /**
   * Writes all files that describe results.
   *
   * @param folder the batch's folder, which exists
   * @param results those that have ended
   * @param digest over all trials by number
   * @param version of Kassei
   * @return what {@code statistics.json} says
   * @throws ExperimentException if trials do not have what is to be compared; the tables are there
   *     all the same
   */
  public static BatchRecord write(
      Path folder, BatchConfig batch, BatchResults results, String digest, String version)
      throws IOException {
    BatchTables.write(folder, results);
    BatchRecord record = BatchAnalysis.of(Subject.of(batch, results, digest, version));
    writeFindings(folder, record);
    return record;
  }

  /** Writes the files that say what was found. */
  public static void writeFindings(Path folder, BatchRecord record) throws IOException {
    WholeFile.text(folder.resolve(BatchFiles.STATISTICS), out -> StatisticsJson.write(record, out));
    WholeFile.text(folder.resolve(BatchFiles.SUMMARY), out -> SummaryMarkdown.write(record, out));
    WholeFile.text(folder.resolve(BatchFiles.LATEX), out -> SummaryLatex.write(record, out));
  }
}

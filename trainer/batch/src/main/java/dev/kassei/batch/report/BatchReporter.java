package dev.kassei.batch.report;

import dev.kassei.batch.analysis.AnalysisInput;
import dev.kassei.batch.analysis.BatchAnalysis;
import dev.kassei.batch.history.PlanHistory;
import dev.kassei.batch.history.PlanLog;
import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.run.BatchResults;
import dev.kassei.batch.table.BatchTables;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.results.ResultsFile;
import dev.kassei.results.file.Background;
import dev.kassei.results.file.WholeFile;
import dev.kassei.results.json.RecordJson;
import dev.kassei.results.record.BatchFiles;
import dev.kassei.results.record.BatchRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes what came of a batch into its folder: tables first, then what they say. */
public final class BatchReporter {
  private static final List<String> ALL =
      Stream.concat(ResultsFile.TABLES.stream(), ResultsFile.FINDINGS.stream()).toList();

  private BatchReporter() {}

  /**
   * Writes all files that describe the results of a batch that has ended.
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
    PlanHistory history = PlanLog.read(folder).history();
    var tables =
        new Background<>(
            "kassei-files",
            () -> {
              writeTables(folder, batch, results);
              return folder;
            });
    BatchRecord record;
    try {
      record = BatchAnalysis.analyse(AnalysisInput.of(batch, results, digest, version, history));
    } finally {
      tables.join();
    }
    writeFindings(folder, record, Reproduction.HERE);
    ResultsFile.write(folder, Optional.of(batch.plan().hash()), ALL);
    return record;
  }

  /**
   * Writes the tables alone, as of a batch that was stopped: to see what they say before the end is
   * a look, which has to be asked for.
   */
  public static void writeTables(Path folder, BatchConfig batch, BatchResults results)
      throws IOException {
    BatchTables.write(folder, results);
    ResultsFile.write(folder, Optional.of(batch.plan().hash()), ResultsFile.TABLES);
  }

  /**
   * Writes tables and findings of batches into a folder of their own.
   *
   * @param command with which they were compared, word by word
   */
  public static void writeJoined(
      Path folder, BatchResults results, BatchRecord record, List<String> command)
      throws IOException {
    ResultsFile.retire(folder);
    BatchTables.write(folder, results);
    writeFindings(folder, record, Reproduction.by(command));
    ResultsFile.write(folder, Optional.empty(), ALL);
  }

  private static void writeFindings(Path folder, BatchRecord record, Reproduction reproduction)
      throws IOException {
    WholeFile.text(
        folder.resolve(BatchFiles.STATISTICS),
        out -> RecordJson.write(record, BatchRecord.FORMAT, out));
    WholeFile.text(
        folder.resolve(BatchFiles.SUMMARY),
        out -> SummaryMarkdown.write(record, reproduction, out));
    WholeFile.text(folder.resolve(BatchFiles.LATEX), out -> SummaryLatex.write(record, out));
  }
}

package dev.kassei.trainer.batch.table;

import dev.kassei.api.result.BatchFiles;
import dev.kassei.trainer.batch.BatchResults;
import dev.kassei.trainer.result.WholeFile;
import java.io.IOException;
import java.nio.file.Path;

/** The tables of a batch's folder. */
public final class BatchTables {
  private BatchTables() {}

  /** Writes all tables; that of the tuning only where there was one. */
  public static void write(Path folder, BatchResults results) throws IOException {
    WholeFile.text(
        folder.resolve(BatchFiles.TRIALS), out -> TrialTable.write(results.trials(), out));
    WholeFile.text(
        folder.resolve(BatchFiles.CURVES), out -> CurveTable.write(results.trials(), out));
    WholeFile.text(
        folder.resolve(BatchFiles.TIMINGS), out -> TimingTable.write(results.trials(), out));
    if (!results.tuning().isEmpty()) {
      WholeFile.text(
          folder.resolve(BatchFiles.TUNING), out -> TuningTable.write(results.tuning(), out));
    }
  }
}

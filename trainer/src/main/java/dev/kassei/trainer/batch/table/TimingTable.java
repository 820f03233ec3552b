package dev.kassei.trainer.batch.table;

import static dev.kassei.api.result.TrialColumns.SECONDS;
import static dev.kassei.api.result.TrialColumns.TRIAL;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.kassei.trainer.batch.TrialResult;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** The table {@code timings.csv}. */
final class TimingTable {
  private TimingTable() {}

  static void write(List<TrialResult> trials, Writer out) throws IOException {
    try (CsvWriter csv = Cells.writer(out)) {
      new Cells().add(TRIAL, SECONDS).writeTo(csv);
      for (TrialResult trial : trials) {
        new Cells().add(trial.number()).add(trial.record().seconds()).writeTo(csv);
      }
    }
  }
}

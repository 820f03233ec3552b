package dev.kassei.trainer.batch.table;

import static dev.kassei.api.result.TrialColumns.EPOCH;
import static dev.kassei.api.result.TrialColumns.TRIAL;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.kassei.api.result.EpochRecord;
import dev.kassei.trainer.batch.TrialResult;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The table {@code curves.csv}. */
final class CurveTable {
  private CurveTable() {}

  static void write(List<TrialResult> trials, Writer out) throws IOException {
    Set<String> metrics = new LinkedHashSet<>();
    trials.forEach(
        trial -> metrics.addAll(Cells.keys(trial.record().curve(), EpochRecord::metrics)));
    try (CsvWriter csv = Cells.writer(out)) {
      new Cells().add(TRIAL, EPOCH).names(metrics).writeTo(csv);
      for (TrialResult trial : trials) {
        for (EpochRecord epoch : trial.record().curve()) {
          new Cells()
              .add(trial.number())
              .add(epoch.epoch())
              .numbers(metrics, epoch.metrics())
              .writeTo(csv);
        }
      }
    }
  }
}

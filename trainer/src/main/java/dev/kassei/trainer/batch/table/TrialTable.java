package dev.kassei.trainer.batch.table;

import static dev.kassei.api.result.TrialColumns.BEST;
import static dev.kassei.api.result.TrialColumns.BEST_EPOCH;
import static dev.kassei.api.result.TrialColumns.DIGEST;
import static dev.kassei.api.result.TrialColumns.EPOCHS;
import static dev.kassei.api.result.TrialColumns.LAST;
import static dev.kassei.api.result.TrialColumns.REASON;
import static dev.kassei.api.result.TrialColumns.ROWS;
import static dev.kassei.api.result.TrialColumns.STATUS;
import static dev.kassei.api.result.TrialColumns.TRIAL;
import static dev.kassei.api.result.TrialColumns.TUNED;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.kassei.trainer.batch.TrialRecord;
import dev.kassei.trainer.batch.TrialResult;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;

/** The table {@code trials.csv}. */
final class TrialTable {
  private TrialTable() {}

  static void write(List<TrialResult> trials, Writer out) throws IOException {
    Set<String> axes = Cells.keys(trials, TrialResult::axes);
    Set<String> tuned = Cells.keys(trials, TrialResult::tuned);
    Set<String> rows = Cells.keys(trials, trial -> trial.record().rows());
    Set<String> last = Cells.keys(trials, trial -> trial.record().last());
    Set<String> best = Cells.keys(trials, trial -> trial.record().best());
    try (CsvWriter csv = Cells.writer(out)) {
      new Cells()
          .add(TRIAL)
          .names(axes)
          .names(TUNED, tuned)
          .add(STATUS, REASON, EPOCHS, BEST_EPOCH)
          .names(ROWS, rows)
          .names(LAST, last)
          .names(BEST, best)
          .add(DIGEST)
          .writeTo(csv);
      for (TrialResult trial : trials) {
        TrialRecord record = trial.record();
        new Cells()
            .add(trial.number())
            .texts(axes, trial.axes())
            .texts(tuned, trial.tuned())
            .add(record.status().text(), record.reason())
            .add(record.epochs())
            .add(record.bestEpoch() < 0 ? "" : Integer.toString(record.bestEpoch()))
            .counts(rows, record.rows())
            .numbers(last, record.last())
            .numbers(best, record.best())
            .add(record.digest())
            .writeTo(csv);
      }
    }
  }
}

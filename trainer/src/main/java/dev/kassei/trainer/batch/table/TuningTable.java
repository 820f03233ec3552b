package dev.kassei.trainer.batch.table;

import static dev.kassei.api.result.TrialColumns.CHOSEN;
import static dev.kassei.api.result.TrialColumns.GROUP;
import static dev.kassei.api.result.TrialColumns.SCORE;
import static dev.kassei.api.result.TrialColumns.TUNED;
import static dev.kassei.api.result.TrialColumns.TUNING_SEED;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.kassei.trainer.batch.TuningResult;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;

/** The table {@code tuning.csv}. */
final class TuningTable {
  private TuningTable() {}

  static void write(List<TuningResult> tuning, Writer out) throws IOException {
    Set<String> axes = Cells.keys(tuning, TuningResult::axes);
    Set<String> tuned = Cells.keys(tuning, TuningResult::assignment);
    try (CsvWriter csv = Cells.writer(out)) {
      new Cells()
          .add(GROUP)
          .names(axes)
          .names(TUNED, tuned)
          .add(TUNING_SEED, SCORE, CHOSEN)
          .writeTo(csv);
      for (TuningResult trial : tuning) {
        new Cells()
            .add(trial.group())
            .texts(axes, trial.axes())
            .texts(tuned, trial.assignment())
            .add(Long.toString(trial.seed()))
            .add(trial.score())
            .add(Boolean.toString(trial.isChosen()))
            .writeTo(csv);
      }
    }
  }
}

package dev.kassei.batch.table;

import static dev.kassei.results.record.TrialColumns.CHOSEN;
import static dev.kassei.results.record.TrialColumns.GROUP;
import static dev.kassei.results.record.TrialColumns.SCORE;
import static dev.kassei.results.record.TrialColumns.TUNED;
import static dev.kassei.results.record.TrialColumns.TUNING_SEED;

import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.kassei.batch.run.TuningResult;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

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

  static List<TuningResult> read(Path file) throws IOException {
    var results = new ArrayList<TuningResult>();
    Lines.read(file, lines -> reading(lines, results));
    return results;
  }

  private static Consumer<CsvRecord> reading(Lines lines, List<TuningResult> results) {
    int group = lines.place(GROUP);
    Map<String, Integer> axes = lines.between(GROUP, TUNING_SEED, TUNED);
    Map<String, Integer> tuned = lines.under(TUNED);
    int seed = lines.place(TUNING_SEED);
    int score = lines.place(SCORE);
    int chosen = lines.place(CHOSEN);
    return line ->
        results.add(
            new TuningResult(
                lines.count(line, line.getField(group)),
                Lines.texts(line, axes),
                Lines.texts(line, tuned),
                lines.whole(line, line.getField(seed)),
                lines.number(line, line.getField(score)),
                line.getField(chosen).equals("true")));
  }
}

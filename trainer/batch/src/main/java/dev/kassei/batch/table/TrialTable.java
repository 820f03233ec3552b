package dev.kassei.batch.table;

import static dev.kassei.results.record.TrialColumns.BEST;
import static dev.kassei.results.record.TrialColumns.BEST_EPOCH;
import static dev.kassei.results.record.TrialColumns.CLASSES;
import static dev.kassei.results.record.TrialColumns.DIGEST;
import static dev.kassei.results.record.TrialColumns.EPOCHS;
import static dev.kassei.results.record.TrialColumns.GUESSED;
import static dev.kassei.results.record.TrialColumns.KEY;
import static dev.kassei.results.record.TrialColumns.LAST;
import static dev.kassei.results.record.TrialColumns.REASON;
import static dev.kassei.results.record.TrialColumns.ROWS;
import static dev.kassei.results.record.TrialColumns.STATUS;
import static dev.kassei.results.record.TrialColumns.TRIAL;
import static dev.kassei.results.record.TrialColumns.TUNED;

import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.kassei.batch.run.Guess;
import dev.kassei.batch.run.TrialRecord;
import dev.kassei.batch.run.TrialResult;
import dev.kassei.batch.run.TrialStatus;
import dev.kassei.results.record.BatchFiles;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The table {@code trials.csv}. */
final class TrialTable {
  private TrialTable() {}

  static void write(List<TrialResult> trials, Writer out) throws IOException {
    Set<String> axes = Cells.keys(trials, TrialResult::axes);
    Set<String> tuned = Cells.keys(trials, TrialResult::tuned);
    Set<String> rows = Cells.keys(trials, trial -> trial.record().rows());
    Set<String> guessed = Cells.keys(trials, trial -> trial.record().guess().right());
    Set<String> last = Cells.keys(trials, trial -> trial.record().last());
    Set<String> best = Cells.keys(trials, trial -> trial.record().best());
    try (CsvWriter csv = Cells.writer(out)) {
      new Cells()
          .add(TRIAL)
          .names(axes)
          .names(TUNED, tuned)
          .add(STATUS, REASON, EPOCHS, BEST_EPOCH)
          .names(ROWS, rows)
          .add(CLASSES)
          .names(GUESSED, guessed)
          .names(LAST, last)
          .names(BEST, best)
          .add(KEY, DIGEST)
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
            .add(record.guess().classes())
            .counts(guessed, record.guess().right())
            .numbers(last, record.last())
            .numbers(best, record.best())
            .add(BatchFiles.shortKey(record.key()), record.digest())
            .writeTo(csv);
      }
    }
  }

  /** Reads what was written, but for curves and timings. */
  static List<TrialResult> read(Path file) throws IOException {
    var trials = new ArrayList<TrialResult>();
    Lines.read(file, lines -> reading(lines, trials));
    return trials;
  }

  private static Consumer<CsvRecord> reading(Lines lines, List<TrialResult> trials) {
    int trial = lines.place(TRIAL);
    Map<String, Integer> axes = lines.between(TRIAL, STATUS, TUNED);
    Map<String, Integer> tuned = lines.under(TUNED);
    var records = new Records(lines);
    return line ->
        trials.add(
            new TrialResult(
                lines.count(line, line.getField(trial)),
                Lines.texts(line, axes),
                Lines.texts(line, tuned),
                records.of(line)));
  }

  /** Reads what came of a trial. */
  private static final class Records {
    private final Lines lines;
    private final int status;
    private final int reason;
    private final int epochs;
    private final int bestEpoch;
    private final int key;
    private final int digest;
    private final int classes;
    private final Map<String, Integer> rows;
    private final Map<String, Integer> guessed;
    private final Map<String, Integer> last;
    private final Map<String, Integer> best;

    Records(Lines lines) {
      this.lines = lines;
      this.status = lines.place(STATUS);
      this.reason = lines.place(REASON);
      this.epochs = lines.place(EPOCHS);
      this.bestEpoch = lines.place(BEST_EPOCH);
      this.key = lines.place(KEY);
      this.digest = lines.place(DIGEST);
      this.classes = lines.place(CLASSES);
      this.rows = lines.under(ROWS);
      this.guessed = lines.under(GUESSED);
      this.last = lines.under(LAST);
      this.best = lines.under(BEST);
    }

    TrialRecord of(CsvRecord line) {
      String epoch = line.getField(bestEpoch);
      return new TrialRecord(
          line.getField(key),
          lines.parsed(line, line.getField(status), TrialStatus::of),
          line.getField(reason),
          lines.count(line, line.getField(epochs)),
          epoch.isEmpty() ? -1 : lines.count(line, epoch),
          counts(line, rows),
          new Guess(lines.count(line, line.getField(classes)), counts(line, guessed)),
          lines.numbers(line, last),
          lines.numbers(line, best),
          List.of(),
          line.getField(digest),
          0,
          "");
    }

    private Map<String, Integer> counts(CsvRecord line, Map<String, Integer> columns) {
      var counts = new LinkedHashMap<String, Integer>();
      Lines.texts(line, columns).forEach((part, text) -> counts.put(part, lines.count(line, text)));
      return counts;
    }
  }
}

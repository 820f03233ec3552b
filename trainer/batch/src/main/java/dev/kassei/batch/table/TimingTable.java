package dev.kassei.batch.table;

import static dev.kassei.results.record.TrialColumns.SECONDS;
import static dev.kassei.results.record.TrialColumns.TRIAL;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.kassei.batch.run.TrialResult;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

  /** Seconds by the number of the trial. */
  static Map<Integer, Double> read(Path file) throws IOException {
    var seconds = new HashMap<Integer, Double>();
    Lines.read(
        file,
        lines -> {
          int trial = lines.place(TRIAL);
          int time = lines.place(SECONDS);
          return line ->
              seconds.put(
                  lines.count(line, line.getField(trial)), lines.number(line, line.getField(time)));
        });
    return seconds;
  }
}

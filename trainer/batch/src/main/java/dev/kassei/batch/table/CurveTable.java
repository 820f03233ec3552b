package dev.kassei.batch.table;

import static dev.kassei.results.record.TrialColumns.EPOCH;
import static dev.kassei.results.record.TrialColumns.TRIAL;

import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.kassei.api.Epoch;
import dev.kassei.batch.run.TrialResult;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The table {@code curves.csv}. */
final class CurveTable {
  private CurveTable() {}

  static void write(List<TrialResult> trials, Writer out) throws IOException {
    Set<String> metrics = new LinkedHashSet<>();
    trials.forEach(trial -> metrics.addAll(Cells.keys(trial.record().curve(), Epoch::metrics)));
    try (CsvWriter csv = Cells.writer(out)) {
      new Cells().add(TRIAL, EPOCH).names(metrics).writeTo(csv);
      for (TrialResult trial : trials) {
        for (Epoch epoch : trial.record().curve()) {
          new Cells()
              .add(trial.number())
              .add(epoch.epoch())
              .numbers(metrics, epoch.metrics())
              .writeTo(csv);
        }
      }
    }
  }

  /**
   * Reads the curves of trials, one at a time.
   *
   * @param curves told the number of each trial and its curve
   */
  static void read(Path file, BiConsumer<Integer, List<Epoch>> curves) throws IOException {
    var gathered = new Gathered(curves);
    Lines.read(file, lines -> reading(lines, gathered));
    gathered.end();
  }

  private static Consumer<CsvRecord> reading(Lines lines, Gathered gathered) {
    int trial = lines.place(TRIAL);
    int epoch = lines.place(EPOCH);
    var metrics = new LinkedHashMap<String, Integer>();
    for (String column : lines.columns()) {
      if (!column.equals(TRIAL) && !column.equals(EPOCH)) {
        metrics.put(column, lines.place(column));
      }
    }
    return line ->
        gathered.add(
            lines.count(line, line.getField(trial)),
            new Epoch(lines.count(line, line.getField(epoch)), lines.numbers(line, metrics)));
  }

  /** Puts the lines of a trial together. */
  private static final class Gathered {
    private final BiConsumer<Integer, List<Epoch>> curves;
    private final List<Epoch> epochs = new ArrayList<>();
    private int trial;

    Gathered(BiConsumer<Integer, List<Epoch>> curves) {
      this.curves = curves;
    }

    void add(int number, Epoch epoch) {
      if (number != trial) {
        end();
        trial = number;
      }
      epochs.add(epoch);
    }

    void end() {
      if (!epochs.isEmpty()) {
        curves.accept(trial, List.copyOf(epochs));
      }
      epochs.clear();
    }
  }
}

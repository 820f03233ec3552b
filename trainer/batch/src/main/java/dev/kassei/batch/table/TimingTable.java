package dev.kassei.batch.table;

import static dev.kassei.results.record.TrialColumns.PROCESSOR;
import static dev.kassei.results.record.TrialColumns.SECONDS;
import static dev.kassei.results.record.TrialColumns.SITE;
import static dev.kassei.results.record.TrialColumns.TRIAL;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.kassei.batch.run.TrialResult;
import dev.kassei.results.record.SiteRecord;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table {@code timings.csv}. */
final class TimingTable {
  private TimingTable() {}

  /**
   * How long and where a trial was trained.
   *
   * @param site names the process; "" if that is not known
   */
  record Timing(double seconds, String site) {
    static final Timing UNKNOWN = new Timing(0, "");

    static Timing of(TrialResult trial) {
      return new Timing(trial.record().seconds(), trial.record().site());
    }
  }

  /**
   * Writes a line per trial.
   *
   * @param sites the processes that trained
   */
  static void write(List<TrialResult> trials, List<SiteRecord> sites, Writer out)
      throws IOException {
    var processors = new HashMap<String, String>();
    sites.forEach(site -> processors.putIfAbsent(site.site(), site.processor()));
    processors.remove("");
    try (CsvWriter csv = Cells.writer(out)) {
      new Cells().add(TRIAL, SECONDS, PROCESSOR, SITE).writeTo(csv);
      for (TrialResult trial : trials) {
        String site = trial.record().site();
        new Cells()
            .add(trial.number())
            .add(trial.record().seconds())
            .add(processors.getOrDefault(site, ""), site)
            .writeTo(csv);
      }
    }
  }

  /** By the number of the trial. Older versions wrote no sites. */
  static Map<Integer, Timing> read(Path file) throws IOException {
    var timings = new HashMap<Integer, Timing>();
    Lines.read(
        file,
        lines -> {
          int trial = lines.place(TRIAL);
          int time = lines.place(SECONDS);
          int site = lines.columns().indexOf(SITE);
          return line ->
              timings.put(
                  lines.count(line, line.getField(trial)),
                  new Timing(
                      lines.number(line, line.getField(time)),
                      site < 0 ? "" : line.getField(site).intern()));
        });
    return timings;
  }
}

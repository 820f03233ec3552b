package dev.kassei.batch.run;

import dev.kassei.results.record.SurfacesRecord;
import java.util.Optional;

/**
 * A trial that has just ended.
 *
 * @param line of the journal that tells the record
 * @param surfaces what it learned over two inputs; empty if that is not saved
 */
record TrainedTrial(Job job, TrialRecord record, String line, Optional<SurfacesRecord> surfaces) {
  TrainedTrial(Job job, TrialRecord record, Optional<SurfacesRecord> surfaces) {
    this(job, record, Journal.line(record), surfaces);
  }

  Journal.Entry entry() {
    return new Journal.Entry(record, line);
  }
}

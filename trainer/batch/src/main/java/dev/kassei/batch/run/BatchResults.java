package dev.kassei.batch.run;

import java.util.List;

/**
 * What came of a batch so far.
 *
 * @param trials those that have ended, by number
 * @param tuning the trials of the tuning that have ended, by group, assignment and seed
 */
public record BatchResults(List<TrialResult> trials, List<TuningResult> tuning) {
  public BatchResults {
    trials = List.copyOf(trials);
    tuning = List.copyOf(tuning);
  }
}

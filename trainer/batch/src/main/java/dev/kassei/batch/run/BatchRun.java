package dev.kassei.batch.run;

import java.nio.file.Path;
import java.util.List;

/**
 * What a batch has come to.
 *
 * @param folder where its files are
 * @param digest over its trials by number; of a shard over those that it has
 * @param planned the number of trials that there are in all, or in the shard that was trained
 * @param unrun those that could not be run here, which have no result
 */
public record BatchRun(
    Path folder, BatchResults results, String digest, int planned, List<UnrunTrial> unrun) {
  public BatchRun {
    unrun = List.copyOf(unrun);
  }

  /** Whether every trial has ended. */
  public boolean isComplete() {
    return results.trials().size() == planned;
  }

  /** The trials that failed or diverged. */
  public List<TrialResult> failures() {
    return results.trials().stream()
        .filter(trial -> trial.record().status() != TrialStatus.COMPLETED)
        .toList();
  }
}

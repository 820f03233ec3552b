package dev.kassei.results.record;

/**
 * How the trials of a batch ended.
 *
 * @param planned how many there are to be
 * @param completed how many were trained to their end
 * @param diverged in how many the loss stopped being a finite number
 * @param failed how many could not be trained
 */
public record TrialCounts(int planned, int completed, int diverged, int failed) {
  /** How many have not ended yet. */
  public int missing() {
    return planned - completed - diverged - failed;
  }
}

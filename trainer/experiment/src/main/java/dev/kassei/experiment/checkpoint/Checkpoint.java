package dev.kassei.experiment.checkpoint;

import static dev.kassei.api.value.Requirements.require;

/**
 * When the state of a trial on its way is saved, so that it can go on after the process has ended.
 *
 * @param minutes of training from one state to the next; 0 for none by the clock
 * @param epochs from one state to the next; 0 for none by the epochs
 */
public record Checkpoint(double minutes, int epochs) {
  /** Every five minutes. */
  public Checkpoint() {
    this(5, 0);
  }

  public Checkpoint {
    require(
        minutes >= 0 && Double.isFinite(minutes), "minutes must be 0 or more but was %s", minutes);
    require(epochs >= 0, "epochs must be 0 or more but was %s", epochs);
  }
}

package dev.kassei.experiment.config;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

/**
 * Ends training when nothing gets better any more.
 *
 * @param monitor what is watched: {@code train.running_loss} or a metric of the validation split
 * @param patience training ends after so many epochs in a row that were no better than the best
 * @param minDelta a value counts as better if it is so by more than this
 * @param restoreBest whether the weights of the best epoch are the result, not the last ones
 */
public record EarlyStopping(String monitor, int patience, double minDelta, boolean restoreBest) {
  public EarlyStopping {
    require(patience > 0, "patience must be positive but was %s", patience);
    requireFinite("min_delta", minDelta);
    require(minDelta >= 0, "min_delta must not be negative but was %s", minDelta);
  }

  /** Ten epochs without a smaller validation loss; the best weights are the result. */
  public EarlyStopping() {
    this("validation.loss", 10, 0, true);
  }
}

package dev.kassei.experiment.data;

import dev.kassei.experiment.config.Augment;

/** Gives tests of other packages data whose images move. */
public final class AugmentedSplits {
  private AugmentedSplits() {}

  /** The same data, whose images are changed by chance in training. */
  public static SplitData of(SplitData data, Augment augment) {
    return data.augmented(augment);
  }
}

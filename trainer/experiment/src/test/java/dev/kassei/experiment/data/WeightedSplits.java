package dev.kassei.experiment.data;

import dev.kassei.experiment.config.ClassWeights;

/** Weights of classes for tests of other packages. */
public final class WeightedSplits {
  private WeightedSplits() {}

  /** The same data, with the weights of classes in those of its rows. */
  public static SplitData of(SplitData data, ClassWeights weights) {
    return RowWeights.of(data, weights);
  }
}

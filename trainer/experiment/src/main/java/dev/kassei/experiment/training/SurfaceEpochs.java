package dev.kassei.experiment.training;

import java.util.Set;
import java.util.TreeSet;

/** The epochs after which a surface is saved, closer together at the beginning. */
final class SurfaceEpochs {
  /** A surface for the first weights, one for the last ones, and those between. */
  private static final int MAX_EPOCHS = 20;

  private SurfaceEpochs() {}

  /**
   * Numbers from 0 to {@code last}, both included: each 1 more than the one before, or as far as
   * makes equal ratios of those that are left.
   */
  static Set<Integer> upTo(int last) {
    var epochs = new TreeSet<>(Set.of(0));
    int epoch = 0;
    for (int left = MAX_EPOCHS - 1; left > 0 && epoch < last; left--) {
      double ratio = StrictMath.pow((double) last / Math.max(1, epoch), 1.0 / left);
      epoch = Math.max(epoch + 1, (int) Math.rint(epoch * ratio));
      epochs.add(epoch);
    }
    return epochs;
  }
}

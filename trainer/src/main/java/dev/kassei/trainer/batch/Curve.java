package dev.kassei.trainer.batch;

import dev.kassei.api.result.EpochRecord;
import java.util.ArrayList;
import java.util.List;

/** Thins the epochs of a trial, so that a batch of long trials stays small. */
final class Curve {
  /** The largest number of epochs that are kept. */
  static final int POINTS = 101;

  private Curve() {}

  /** Evenly spread epochs, the first and the last among them. */
  static List<EpochRecord> of(List<EpochRecord> epochs) {
    int count = epochs.size();
    if (count <= POINTS) {
      return epochs;
    }
    var kept = new ArrayList<EpochRecord>();
    for (long point = 0; point < POINTS; point++) {
      kept.add(epochs.get((int) (point * (count - 1) / (POINTS - 1))));
    }
    return kept;
  }
}

package dev.kassei.api;

import dev.kassei.api.result.EpochRecord;

/** Something that watches a training run. */
public interface Listener {
  /** Called after each epoch. */
  default void epochEnded(EpochRecord epoch) {}

  /** Called once, when training has ended. */
  default void trainingEnded() {}
}

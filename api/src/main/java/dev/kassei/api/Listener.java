package dev.kassei.api;

/** Something that watches a training run. */
public interface Listener {
  /** Called after each epoch. */
  default void epochEnded(Epoch epoch) {}

  /** Called once, when training has ended. */
  default void trainingEnded() {}
}

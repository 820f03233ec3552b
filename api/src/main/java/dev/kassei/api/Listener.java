package dev.kassei.api;

/**
 * Something that watches a training run. A resumed run tells it only of the epochs that it trains.
 */
public interface Listener {
  /** Called after each epoch. */
  default void epochEnded(Epoch epoch) {}

  /** Called once, when training has ended or was interrupted. */
  default void trainingEnded() {}
}

package dev.kassei.api;

import org.apiguardian.api.API;

/**
 * Something that watches a training run. A resumed run tells it only of the epochs that it trains.
 */
@API(status = API.Status.STABLE, since = "0.1")
public interface Listener {
  /** Called after each epoch. */
  default void epochEnded(Epoch epoch) {}

  /** Called once, when training has ended or was interrupted. */
  default void trainingEnded() {}
}

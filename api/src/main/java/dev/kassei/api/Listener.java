package dev.kassei.api;

import java.nio.file.Path;
import org.apiguardian.api.API;

/**
 * Something that watches a training run. A resumed run tells it only of the epochs that it trains.
 */
@API(status = API.Status.STABLE, since = "0.1")
public interface Listener {
  /**
   * The listener to one run, which hears all that follows: this one, or one with a state of its
   * own, such as the name of a file. Called once, before the first step, where the run has a
   * folder.
   */
  default Listener startedIn(RunStart run) {
    return this;
  }

  /**
   * Called after each step whose loss is a number, which is of one mini-batch unless {@code
   * training.accumulate} says otherwise.
   */
  default void stepEnded(StepEnd step) {}

  /** Called after each epoch. */
  default void epochEnded(Epoch epoch) {}

  /** Called once, when training has ended or was interrupted. */
  default void trainingEnded() {}

  /**
   * Called once, when all files of the run are in its folder, also of one that diverged or was
   * interrupted; not where it has no folder.
   */
  default void runSaved(Path folder) {}
}

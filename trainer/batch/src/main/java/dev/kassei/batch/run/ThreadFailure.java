package dev.kassei.batch.run;

import dev.kassei.experiment.checkpoint.InputChangedException;
import dev.kassei.experiment.config.ExperimentException;
import java.io.IOException;

/** What ended a thread of trials, and so the batch. */
final class ThreadFailure {
  private ThreadFailure() {}

  /** Throws it where training was asked for. */
  static void rethrow(Throwable failure) throws IOException {
    if (failure instanceof IOException e) {
      throw e;
    }
    if (failure instanceof ExperimentException e) {
      throw e;
    }
    if (failure instanceof InputChangedException e) {
      throw new ExperimentException("batch", String.valueOf(e.getMessage()));
    }
    if (failure instanceof OutOfMemoryError e) {
      throw new ExperimentException("batch", Obstacle.of(e).toString());
    }
    throw new IllegalStateException("a thread of trials ended", failure);
  }
}

package dev.kassei.batch.run;

import dev.kassei.experiment.config.ExperimentException;

/** Counts workers that end before they are ready. For use by several threads. */
final class WorkerStarts {
  private static final int MAX_FAILURES = 3;

  private final String option;
  private int failures;

  /**
   * @param option how workers were asked for
   */
  WorkerStarts(String option) {
    this.option = option;
  }

  synchronized void succeeded() {
    failures = 0;
  }

  /**
   * One has ended.
   *
   * @throws ExperimentException if it was one of several in a row: the next would, too
   */
  synchronized void failed(String reason) {
    failures++;
    if (failures >= MAX_FAILURES) {
      throw ExperimentException.temporary(
          option,
          "%s workers in a row ended before they were ready, the last so: %s. What they printed stands above; fewer --workers need less memory, and --executor threads none"
              .formatted(MAX_FAILURES, reason));
    }
  }
}

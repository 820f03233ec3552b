package dev.kassei.trainer.batch;

import java.io.IOException;
import java.util.List;

/**
 * Trains trials, in whatever order and company suits it. What comes out of a trial never depends on
 * that.
 */
interface TrialExecutor {
  /**
   * Trains, from where checkpoints are, and returns when all have ended or training was stopped.
   *
   * @param ended told of each trial as it ends, by one thread at a time
   * @throws IOException if {@code ended} throws it, which ends training
   */
  void execute(List<Job> jobs, CheckpointFolder checkpoints, Ended ended) throws IOException;

  /** Takes a trial that has ended. */
  interface Ended {
    void trial(Job job, TrainedTrial trial) throws IOException;
  }
}

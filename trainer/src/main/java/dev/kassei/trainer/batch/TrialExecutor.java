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
   * @param ended told of trials as they end, by one thread at a time
   * @throws IOException if {@code ended} throws it, which ends training
   */
  void execute(List<Job> jobs, CheckpointFolder checkpoints, Ended ended) throws IOException;

  /** Takes trials that have ended together, in the order of their jobs. */
  interface Ended {
    void trials(List<Job> jobs, List<TrainedTrial> trained) throws IOException;
  }
}

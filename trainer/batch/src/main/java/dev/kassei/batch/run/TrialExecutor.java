package dev.kassei.batch.run;

import dev.kassei.batch.history.Site;
import dev.kassei.experiment.checkpoint.CheckpointFolder;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/**
 * Trains trials, in whatever order and grouping suits it. What comes out of a trial never depends
 * on that.
 */
interface TrialExecutor extends AutoCloseable {
  /**
   * Trains, from where checkpoints are, and returns when all have ended or training was stopped.
   *
   * @param stage of which the trials are
   * @param jobs made when they are asked for, by one thread at a time; not all are where training
   *     was stopped
   * @param ended told of trials as they end, by one thread at a time
   * @throws IOException if {@code ended} throws it, which ends training
   */
  void execute(Stage stage, Iterator<Job> jobs, CheckpointFolder checkpoints, Ended ended)
      throws IOException;

  /** Ends what it has started. */
  @Override
  void close();

  /** Takes what comes of trials. */
  interface Ended {
    /** The first jobs have been made, and are trained from now on. */
    void begins();

    /** Trials have ended together in a process. */
    void trials(List<TrainedTrial> trained, Site site) throws IOException;

    /** A trial could not be run here. */
    void couldNotRun(Job job, Obstacle obstacle);
  }
}

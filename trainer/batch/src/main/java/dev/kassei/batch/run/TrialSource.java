package dev.kassei.batch.run;

import dev.kassei.batch.plan.TrialConfig;
import java.io.IOException;
import java.util.Iterator;

/** Where the results of trials come from: a journal, or training what is not in it. */
interface TrialSource {
  /**
   * Gives the results that there are of candidates of a tuning.
   *
   * @param candidates made when they are asked for
   * @param total the number of all candidates of the tuning
   */
  void candidates(Iterator<TrialConfig> candidates, long total, Taker taker) throws IOException;

  /**
   * Gives the results that there are of trials.
   *
   * @param trials made when they are asked for
   * @param total the number of all trials of the batch
   */
  void trials(Iterator<TrialConfig> trials, long total, Taker taker) throws IOException;

  /** Takes results as they come, from one thread at a time. */
  @FunctionalInterface
  interface Taker {
    void take(TrialConfig trial, TrialResult result);
  }
}

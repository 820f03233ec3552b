package dev.kassei.batch.run;

import java.util.List;

/** Is told how a batch progresses, by one thread at a time but for what workers do. */
public interface BatchListener extends WorkerListener {
  /** Ignores everything. */
  BatchListener SILENT =
      new BatchListener() {
        @Override
        public void started(String what, long total, List<TrialResult> known) {}

        @Override
        public void ended(List<TrialResult> trials) {}

        @Override
        public void finished() {}
      };

  /**
   * Training begins.
   *
   * @param what {@code tuning}, {@code trials} or {@code runs} that are saved
   * @param total the number of all trials
   * @param known those of them that are known to have been trained before
   */
  void started(String what, long total, List<TrialResult> known);

  /** More of them turn out to have been trained before. */
  default void known(List<TrialResult> trials) {}

  /**
   * The folder holds trials, but none of the batch as it is now, so all are trained anew.
   *
   * @param others how many
   */
  default void noneIsKnown(int others) {}

  /** Trials that were trained side by side have ended. */
  void ended(List<TrialResult> trials);

  /** All have ended, or the batch was stopped. */
  void finished();
}

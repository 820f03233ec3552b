package dev.kassei.trainer.batch;

/** Is told how a batch goes on, by one thread at a time. */
public interface BatchListener {
  /** Ignores everything. */
  BatchListener SILENT =
      new BatchListener() {
        @Override
        public void started(String what, long total, long known) {}

        @Override
        public void ended(TrialRecord record) {}

        @Override
        public void finished() {}
      };

  /**
   * Training begins.
   *
   * @param what {@code tuning}, {@code trials} or {@code runs} that are kept
   * @param total the number of all trials
   * @param known how many of them have been trained before
   */
  void started(String what, long total, long known);

  /** A trial has ended. */
  void ended(TrialRecord record);

  /** All have ended, or the batch was stopped. */
  void finished();
}

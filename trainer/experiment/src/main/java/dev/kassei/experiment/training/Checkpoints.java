package dev.kassei.experiment.training;

/** Takes the states of trials on their way, so that they can resume in another process. */
public interface Checkpoints {
  /** None are wanted. */
  Checkpoints NONE =
      new Checkpoints() {
        @Override
        public boolean areDue(int epochs) {
          return false;
        }

        @Override
        public boolean areDueNow() {
          return false;
        }

        @Override
        public void save(int trial, TrialState state) {
          // nobody will resume
        }
      };

  /** Asked after each epoch whether states shall be taken now; those of a stopped training are. */
  boolean areDue(int epochs);

  /** Asked after each step within an epoch, as an epoch may take hours. */
  boolean areDueNow();

  /**
   * Takes a state.
   *
   * @param trial the place of the trial among those trained together
   */
  void save(int trial, TrialState state);
}

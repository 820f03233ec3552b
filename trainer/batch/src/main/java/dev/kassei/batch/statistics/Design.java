package dev.kassei.batch.statistics;

import static dev.kassei.api.value.Requirements.require;

/** Where the differences between seeds come from, which decides the test that is right. */
public sealed interface Design {
  /** The number of test rows divided by that of training rows where repetitions share them. */
  double testToTraining();

  /**
   * Each seed is an independent repetition: the split of the data is fixed, or each seed draws
   * fresh data. Signed-rank tests and bootstrap intervals apply.
   */
  record Independent() implements Design {
    /** Nothing is shared. */
    @Override
    public double testToTraining() {
      return 0;
    }
  }

  /**
   * Each seed, or fold, splits the same finite data anew, so results vary together: the corrected
   * resampled t test applies.
   */
  record Resplit(long trainingRows, long testRows) implements Design {
    public Resplit {
      require(trainingRows >= 1, "expected at least 1 training row but was given %s", trainingRows);
      require(testRows >= 1, "expected at least 1 test row but was given %s", testRows);
    }

    @Override
    public double testToTraining() {
      return (double) testRows / trainingRows;
    }
  }
}

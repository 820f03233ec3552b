package dev.kassei.builtins.dataset;

/** What is done where a file has no value. */
public enum Missing {
  /** It is a mistake in the file. */
  REFUSE,
  /** The row is left out. */
  DROP,
  /**
   * A feature gets its mean over the training rows; so a category gets its share of them. A row
   * without a label is still a mistake.
   */
  MEAN,
  /**
   * A feature gets the value or the category that most training rows have. A row without a label is
   * still a mistake.
   */
  MOST_FREQUENT
}

package dev.kassei.builtins.metric;

/** How the scores of classes become one. */
public enum Average {
  /** The mean over classes, which count alike however few rows they have. */
  MACRO,
  /** The score of all rows together, in which each row counts alike. */
  MICRO,
  /** The mean over classes, each counted by its rows. */
  WEIGHTED
}

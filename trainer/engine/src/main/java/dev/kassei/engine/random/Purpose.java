package dev.kassei.engine.random;

/**
 * What the numbers of a stream are for. The word of a purpose is hashed into the keys of its
 * streams, so it never changes: the bits of all results hang on it. What plugins draw is told apart
 * by its path.
 */
public enum Purpose {
  /** The rows of generated data sets. */
  DATA("data"),

  /** Which rows train, validate and test. */
  SPLIT("split"),

  /** The initial values of parameters. */
  WEIGHTS("weights"),

  /** The order of the rows in an epoch. */
  ORDER("order"),

  /** What formulas draw in each step, such as dropout. */
  NOISE("noise"),

  /** How images of training rows are moved in an epoch. */
  AUGMENT("augment"),

  /** What a minimizer draws in each step. */
  MINIMIZER("minimizer"),

  /** The values of the axes that a batch samples. */
  AXES("batch"),

  /** The resamples behind an interval. */
  BOOTSTRAP("bootstrap"),

  /** The shuffled ranks of Friedman's test. */
  FRIEDMAN("friedman"),

  /** The posterior of the Bayesian signed-rank test. */
  BAYESIAN_SIGNED_RANK("bayesian signed-rank");

  private final String word;

  Purpose(String word) {
    this.word = word;
  }

  /** What is hashed. */
  String word() {
    return word;
  }
}

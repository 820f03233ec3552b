package dev.kassei.batch.statistics;

/**
 * Which comparisons over data sets answer one question, so that p values are adjusted over them.
 */
public enum Family {
  /** Those with the reference, which was fixed beforehand. */
  REFERENCE,
  /** All pairs, where no reference was fixed. */
  ALL_PAIRS
}

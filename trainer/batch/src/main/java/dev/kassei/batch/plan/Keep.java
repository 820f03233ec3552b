package dev.kassei.batch.plan;

/** Of which trials of a batch the whole run folder is saved. */
public enum Keep {
  /** The best trial of each value of the compared axis. */
  BEST,
  /** Every trial. */
  ALL,
  /** None; each can be made again by its number. */
  NONE
}

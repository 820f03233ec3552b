package dev.kassei.builtins.dataset;

/** Whether the first line of a file holds the names of its columns. */
public enum Header {
  /** Decided by comparing the first line with the others. */
  AUTO,
  /** It does. */
  TRUE,
  /** It holds data. */
  FALSE
}

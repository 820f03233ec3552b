package dev.kassei.builtins.dataset;

/** What the labels of a file are. */
public enum Task {
  /** Decided by the labels. */
  AUTO,
  /** Names of classes, whatever they look like. */
  CLASSIFICATION,
  /** Numbers. */
  REGRESSION
}

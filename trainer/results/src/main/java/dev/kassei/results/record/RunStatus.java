package dev.kassei.results.record;

/** How a run ended. */
public enum RunStatus {
  /** All epochs were trained. */
  COMPLETED,
  /** The loss stopped being a finite number. */
  DIVERGED,
  /** It was asked to end before its end, and can be resumed. */
  INTERRUPTED
}

package dev.kassei.results.record;

/** Why the training of a run ended when it did. */
public enum RunEnd {
  /** All epochs were trained. */
  EPOCHS,
  /** What is monitored had not become better for too long. */
  EARLY_STOPPING,
  /** The minimizer found nothing better. */
  CONVERGENCE,
  /** As many steps were done as are allowed. */
  MAX_STEPS,
  /** The time that training may take was over. */
  TIME_BUDGET,
  /** A listener asked for it. */
  LISTENER,
  /** The loss stopped being a finite number. */
  DIVERGENCE,
  /** Somebody asked it to end; it can be resumed. */
  INTERRUPT
}

package dev.kassei.batch.run;

/**
 * Is told what the workers of a batch do: processes that train for the one that coordinates them,
 * numbered from 1. Comes from any thread, at any time.
 */
public interface WorkerListener {
  /** Something is to be said of a process that trains, or it says so itself. */
  default void said(String line) {}

  /** A worker has begun to train what it was given. */
  default void busy(int worker) {}

  /** A worker has trained trials side by side. */
  default void trained(int worker, int trials) {}

  /** A worker has ended all it was given, or does so no more. */
  default void idle(int worker) {}

  /** A worker was lost, and another one takes its place and number. */
  default void lost(int worker) {}

  /** Time has passed, in which workers may have done nothing; several times per second. */
  default void ticked() {}
}

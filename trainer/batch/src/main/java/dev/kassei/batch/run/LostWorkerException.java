package dev.kassei.batch.run;

/** A worker ended, or had to be ended, before it was done. */
final class LostWorkerException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean wasReady;

  /**
   * @param wasReady whether it had begun to train
   */
  LostWorkerException(String message, boolean wasReady) {
    super(message);
    this.wasReady = wasReady;
  }

  /** Whether it had begun to train, so that what it trained may be to blame. */
  boolean wasReady() {
    return wasReady;
  }
}

package dev.kassei.batch.run;

/** Says to all threads of a batch that it shall end early. For use by several threads. */
public final class StopSignal {
  private volatile boolean requested;

  /** Ends the batch: trials that have ended are saved. */
  public void request() {
    requested = true;
  }

  /** Whether it shall end. */
  public boolean isRequested() {
    return requested;
  }
}

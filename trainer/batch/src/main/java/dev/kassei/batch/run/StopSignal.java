package dev.kassei.batch.run;

import java.util.function.BooleanSupplier;

/** Says to all threads of a batch that it shall end early. For use by several threads. */
public final class StopSignal {
  private final BooleanSupplier outside;
  private volatile boolean requested;
  private volatile boolean interrupted;

  /** Ends nothing until it is requested. */
  public StopSignal() {
    this(() -> false);
  }

  /**
   * @param outside asked by every thread as often as the signal is; ends the batch, too
   */
  public StopSignal(BooleanSupplier outside) {
    this.outside = outside;
  }

  /** Ends the batch: trials that have ended are saved. */
  public void request() {
    requested = true;
  }

  /** Ends the batch as well, since the thread that waits for it was interrupted. */
  public void interrupt() {
    interrupted = true;
    request();
  }

  /** Whether an interrupt ends it, which that thread is to be told once all is written. */
  public boolean isInterrupted() {
    return interrupted;
  }

  /** Whether it shall end. */
  public boolean isRequested() {
    return requested || outside.getAsBoolean();
  }
}

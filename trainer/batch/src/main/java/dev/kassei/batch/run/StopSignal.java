package dev.kassei.batch.run;

import java.util.function.BooleanSupplier;

/** Says to all threads of a batch that it shall end early. For use by several threads. */
public final class StopSignal {
  private final BooleanSupplier outside;
  private volatile boolean requested;

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

  /** Whether it shall end. */
  public boolean isRequested() {
    return requested || outside.getAsBoolean();
  }
}

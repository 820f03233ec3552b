package dev.kassei.batch.run;

/** Says to all threads of a batch that it shall end early. For use by several threads. */
public final class Stop {
  private volatile boolean wanted;

  /** Ends the batch: trials that have ended are kept. */
  public void want() {
    wanted = true;
  }

  /** Whether it shall end. */
  public boolean isWanted() {
    return wanted;
  }
}

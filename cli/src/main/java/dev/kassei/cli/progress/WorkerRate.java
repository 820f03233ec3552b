package dev.kassei.cli.progress;

/** What one worker of a batch has done, with times in nanoseconds. Mutable. */
final class WorkerRate {
  private final int number;
  private long trials;
  private int results;
  private int losses;
  private long worked;
  private long longest;
  private boolean isBusy;
  private long busySince;
  private long waitingSince;

  WorkerRate(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  /** It was given trials. */
  void busy(long now) {
    isBusy = true;
    busySince = now;
    waitingSince = now;
  }

  /** Trials have ended together. */
  void trained(int count, long now) {
    trials += count;
    results++;
    longest = Math.max(longest, waited(now));
    waitingSince = now;
  }

  /** It has nothing to do. */
  void idle(long now) {
    worked = worked(now);
    isBusy = false;
  }

  void lost() {
    losses++;
  }

  boolean isBusy() {
    return isBusy;
  }

  long trials() {
    return trials;
  }

  /** How often trials have ended together. */
  int results() {
    return results;
  }

  int losses() {
    return losses;
  }

  private long worked(long now) {
    return worked + (isBusy ? now - busySince : 0);
  }

  /** How long it has had no result while it had something to do. */
  long waited(long now) {
    return isBusy ? now - waitingSince : 0;
  }

  /** The longest that it took to a result. */
  long longest() {
    return longest;
  }

  /** Trials per second while it had something to do. */
  double rate(long now) {
    return trials / Math.max(1e-9, worked(now) * 1e-9);
  }
}

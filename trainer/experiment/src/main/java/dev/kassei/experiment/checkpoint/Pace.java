package dev.kassei.experiment.checkpoint;

/**
 * Tells when a state is to be written. Its clock begins anew once one is written, so that slow
 * disks do not take all the time. Mutable.
 */
final class Pace {
  private static final double NANOS_PER_MINUTE = 60e9;

  private final Checkpoint when;
  private long last = System.nanoTime();

  Pace(Checkpoint when) {
    this.when = when;
  }

  /** After so many epochs. */
  boolean isDue(int epochs) {
    return (when.epochs() > 0 && epochs % when.epochs() == 0) || isDueNow();
  }

  /** By the clock alone. */
  boolean isDueNow() {
    return when.minutes() > 0 && System.nanoTime() - last > when.minutes() * NANOS_PER_MINUTE;
  }

  /** A state was written. */
  void restart() {
    last = System.nanoTime();
  }
}

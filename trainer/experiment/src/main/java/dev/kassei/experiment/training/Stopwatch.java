package dev.kassei.experiment.training;

/** Measures time. Mutable. */
final class Stopwatch {
  private long start = System.nanoTime();

  void restart() {
    start = System.nanoTime();
  }

  /** The time since the last restart. */
  double seconds() {
    return (System.nanoTime() - start) * 1e-9;
  }
}

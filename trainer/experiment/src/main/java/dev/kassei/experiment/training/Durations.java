package dev.kassei.experiment.training;

import java.util.Arrays;

/** Seconds of one epoch after another, without an object each. */
final class Durations {
  private double[] values = new double[16];
  private int size;

  void add(double seconds) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = seconds;
  }

  double[] values() {
    return Arrays.copyOf(values, size);
  }
}

package dev.kassei.experiment.training;

import java.util.Arrays;

/** A number of one epoch after another, without an object each. Mutable. */
final class EpochNumbers {
  private double[] values = new double[16];
  private double sum;
  private int size;

  void add(double number) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = number;
    sum += number;
  }

  void addAll(double[] others) {
    for (double each : others) {
      add(each);
    }
  }

  double sum() {
    return sum;
  }

  double[] values() {
    return Arrays.copyOf(values, size);
  }

  /** The values and one more. */
  double[] valuesAnd(double last) {
    double[] all = Arrays.copyOf(values, size + 1);
    all[size] = last;
    return all;
  }
}

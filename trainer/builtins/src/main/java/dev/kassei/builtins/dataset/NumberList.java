package dev.kassei.builtins.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Numbers in the order in which they are added. Mutable. */
final class NumberList {
  private static final int CHUNK = 1 << 16;

  private final List<double[]> full = new ArrayList<>();
  private double[] last = new double[CHUNK];
  private int next;

  /** Adds a number. */
  void add(double number) {
    if (next == CHUNK) {
      full.add(last);
      last = new double[CHUNK];
      next = 0;
    }
    last[next++] = number;
  }

  /** How many there are. */
  long size() {
    return (long) full.size() * CHUNK + next;
  }

  /** All numbers, after which this list is empty: chunks are given up one by one. */
  double[] drain() {
    double[] all = new double[Math.toIntExact(size())];
    for (int i = 0; i < full.size(); i++) {
      System.arraycopy(full.get(i), 0, all, i * CHUNK, CHUNK);
      full.set(i, new double[0]);
    }
    System.arraycopy(last, 0, all, full.size() * CHUNK, next);
    full.clear();
    last = Arrays.copyOf(last, CHUNK);
    next = 0;
    return all;
  }
}

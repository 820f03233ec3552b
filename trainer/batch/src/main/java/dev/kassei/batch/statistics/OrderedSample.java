package dev.kassei.batch.statistics;

import java.util.Arrays;

/** A sample in ascending order, to count by comparison: O(log n) for each count. */
final class OrderedSample {
  private final double[] sorted;

  private OrderedSample(double[] sorted) {
    this.sorted = sorted;
  }

  /**
   * Sorts a sample.
   *
   * @param values without NaN; may be infinite; not modified
   */
  static OrderedSample of(double[] values) {
    // −0 equals 0 but is sorted before it; −0 + 0 is 0
    return new OrderedSample(Arrays.stream(values).map(value -> value + 0.0).sorted().toArray());
  }

  /** The number of values smaller than this one. */
  int below(double value) {
    int from = 0;
    int to = sorted.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (sorted[middle] < value) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /** The number of values equal to this one. */
  int equal(double value) {
    return sorted.length - below(value) - above(value);
  }

  /** The number of values larger than this one. */
  int above(double value) {
    int from = 0;
    int to = sorted.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (sorted[middle] > value) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return sorted.length - from;
  }
}

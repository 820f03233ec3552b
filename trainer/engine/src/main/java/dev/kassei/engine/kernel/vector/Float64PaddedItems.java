package dev.kassei.engine.kernel.vector;

import dev.kassei.engine.kernel.WindowGrid;
import java.util.Arrays;

/** Some items of a matrix in float64 with their padding around them. One object for each thread. */
final class Float64PaddedItems {
  private final boolean isPadded;
  private final int size;
  private final int paddedSize;
  private final int line;
  private final int[] lines;
  private double[] values;
  private int start;

  /**
   * Makes room for {@code items} items.
   *
   * @param fill what is around each item
   * @param beyond so many more numbers may be read, and written, beyond the last one
   */
  Float64PaddedItems(WindowGrid grid, int items, double fill, int beyond) {
    isPadded = grid.isPadded();
    size = grid.size();
    paddedSize = grid.paddedSize();
    line = grid.line();
    lines = grid.lines();
    values = new double[isPadded ? items * paddedSize + beyond : 0];
    Arrays.fill(values, fill);
  }

  /** Holds {@code count} items of x, where they are if they have no padding. */
  void hold(double[] x, int item, int count) {
    if (!isPadded) {
      values = x;
      start = item * size;
      return;
    }
    int from = item * size;
    for (int i = 0; i < count; i++) {
      for (int at : lines) {
        System.arraycopy(x, from, values, i * paddedSize + at, line);
        from += line;
      }
    }
  }

  /** Where the items are. */
  double[] values() {
    return values;
  }

  /** The index of the first item. */
  int start() {
    return start;
  }
}

// Made by FloatTwin from its float64 twin; change that one.
package dev.kassei.engine.kernel;

import java.util.Arrays;

/** What windows see of the positions of each item, and back, in float32. */
final class Float32Windows {
  private Float32Windows() {}

  /**
   * y = what windows see of x.
   *
   * @param seen the position of an item that each tap sees, place by place
   * @param positions the number of positions of an item
   * @param columns the numbers of a position: columns × lanes
   */
  static void windows(
      float[] x, float[] y, int[] seen, int items, int positions, int columns, float fill) {
    int to = 0;
    for (int item = 0; item < items; item++) {
      for (int position : seen) {
        if (position == SeenPositions.NONE) {
          Arrays.fill(y, to, to + columns, fill);
        } else {
          System.arraycopy(x, (item * positions + position) * columns, y, to, columns);
        }
        to += columns;
      }
    }
  }

  /**
   * y = zeros to which x, what windows saw, is added place by place.
   *
   * @param seen as that of {@link #windows}
   */
  static void fold(float[] x, float[] y, int[] seen, int items, int positions, int columns) {
    Arrays.fill(y, 0, items * positions * columns, 0.0f);
    int from = 0;
    for (int item = 0; item < items; item++) {
      for (int position : seen) {
        if (position != SeenPositions.NONE) {
          add(x, from, y, (item * positions + position) * columns, columns);
        }
        from += columns;
      }
    }
  }

  private static void add(float[] x, int xi, float[] y, int yi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] += x[xi + i];
    }
  }
}

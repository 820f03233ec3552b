package dev.kassei.engine.kernel;

import java.util.Arrays;

/** What windows see of the positions of an item, and back, in float64. */
final class Float64Windows {
  private Float64Windows() {}

  /**
   * What windows see of an item that begins at {@code xi} of x, from {@code yi} of y on.
   *
   * @param seen the position of an item that each tap sees, place by place
   * @param columns the numbers of a position: columns × lanes
   */
  static void windows(
      double[] x, int xi, double[] y, int yi, int[] seen, int columns, double fill) {
    int to = yi;
    for (int position : seen) {
      if (position == SeenPositions.NONE) {
        Arrays.fill(y, to, to + columns, fill);
      } else {
        System.arraycopy(x, xi + position * columns, y, to, columns);
      }
      to += columns;
    }
  }

  /**
   * Overwrites an item of {@code positions} positions that begins at {@code yi} of y: zeros to
   * which what windows saw, from {@code xi} of x on, is added place by place.
   *
   * @param seen as that of {@link #windows}
   */
  static void fold(double[] x, int xi, double[] y, int yi, int[] seen, int positions, int columns) {
    Arrays.fill(y, yi, yi + positions * columns, 0.0);
    int from = xi;
    for (int position : seen) {
      if (position != SeenPositions.NONE) {
        add(x, from, y, yi + position * columns, columns);
      }
      from += columns;
    }
  }

  private static void add(double[] x, int xi, double[] y, int yi, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] += x[xi + i];
    }
  }
}

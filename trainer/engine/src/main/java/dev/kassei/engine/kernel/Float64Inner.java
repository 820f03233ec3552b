package dev.kassei.engine.kernel;

import java.util.Arrays;

/**
 * What is computed over the last axis of positions in float64: at each of {@code outer} places of
 * the other axes there are {@code n} rows of {@code width} numbers, columns × lanes. y begins at
 * {@code yi} where there is one.
 */
final class Float64Inner {
  private Float64Inner() {}

  /** y = the sum over the rows of each place: one chain over the rows. */
  static void sum(double[] x, double[] y, int yi, int outer, int n, int width) {
    Arrays.fill(y, yi, yi + outer * width, 0.0);
    for (int i = 0; i < outer * n; i++) {
      add(x, i * width, y, yi + i / n * width, width);
    }
  }

  private static void add(double[] x, int xi, double[] y, int yi, int width) {
    for (int j = 0; j < width; j++) {
      y[yi + j] += x[xi + j];
    }
  }

  /** y = the largest of the rows of each place; NaN if one is NaN. */
  static void max(double[] x, double[] y, int yi, int outer, int n, int width) {
    for (int i = 0; i < outer; i++) {
      System.arraycopy(x, i * n * width, y, yi + i * width, width);
      for (int k = 1; k < n; k++) {
        max(x, (i * n + k) * width, y, yi + i * width, width);
      }
    }
  }

  private static void max(double[] x, int xi, double[] y, int yi, int width) {
    for (int j = 0; j < width; j++) {
      y[yi + j] = Math.max(y[yi + j], x[xi + j]);
    }
  }

  /** y = 1 at the first largest of the rows of each place, 0 elsewhere; all 0 beside a NaN. */
  static void firstMax(double[] x, double[] y, int yi, int outer, int n, int width) {
    Arrays.fill(y, yi, yi + outer * n * width, 0.0);
    for (int i = 0; i < outer; i++) {
      for (int j = 0; j < width; j++) {
        int from = i * n * width + j;
        mark(x, from, y, yi + from, n, width);
      }
    }
  }

  private static void mark(double[] x, int from, double[] y, int yi, int n, int stride) {
    double max = x[from];
    for (int k = 1; k < n; k++) {
      max = Math.max(max, x[from + k * stride]);
    }
    int k = 0;
    while (k < n && x[from + k * stride] != max) {
      k++;
    }
    if (k < n) {
      y[yi + k * stride] = 1.0;
    }
  }

  /** y = each of {@code outer} rows n times. */
  static void repeat(double[] x, double[] y, int outer, int n, int width) {
    for (int i = 0; i < outer * n; i++) {
      System.arraycopy(x, i / n * width, y, i * width, width);
    }
  }

  /** y = the transposes of {@code outer} matrices of n rows and m columns, each with lanes. */
  static void transposed(double[] x, double[] y, int outer, int n, int m, int lanes) {
    for (int i = 0; i < outer; i++) {
      int from = i * n * m * lanes;
      for (int column = 0; column < m; column++) {
        int to = from + column * n * lanes;
        if (lanes == 1) {
          column(x, from + column, m, y, to, n);
        } else {
          column(x, from + column * lanes, m * lanes, y, to, n, lanes);
        }
      }
    }
  }

  private static void column(double[] x, int xi, int step, double[] y, int yi, int n) {
    for (int row = 0; row < n; row++) {
      y[yi + row] = x[xi + row * step];
    }
  }

  private static void column(double[] x, int xi, int step, double[] y, int yi, int n, int lanes) {
    for (int row = 0; row < n; row++) {
      System.arraycopy(x, xi + row * step, y, yi + row * lanes, lanes);
    }
  }
}

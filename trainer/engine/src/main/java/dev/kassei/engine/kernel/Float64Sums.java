package dev.kassei.engine.kernel;

import java.util.Arrays;

/**
 * Reductions in float64. A sum of up to 16 terms is one chain from +0. A longer one is 16 stripes,
 * term j into stripe j mod 16, each from +0, folded by 8, 4, 2, 1. Sums over 4,096 terms do so in
 * blocks of 4,096, which are added in order.
 */
final class Float64Sums {
  private static final int STRIPES = 16;
  private static final int BLOCK = 4096;

  private Float64Sums() {}

  /** Scratch for {@link #rows}. */
  static double[] stripes() {
    return new double[STRIPES];
  }

  /** y = the sum of each of {@code rows} rows of {@code n} terms, each with lanes. */
  static void rows(double[] x, double[] y, int rows, int n, int lanes, double[] stripes) {
    for (int i = 0; i < rows; i++) {
      for (int lane = 0; lane < lanes; lane++) {
        y[i * lanes + lane] = sum(x, i * n * lanes + lane, n, lanes, stripes);
      }
    }
  }

  private static double sum(double[] x, int from, int n, int stride, double[] stripes) {
    if (n <= STRIPES) {
      return chain(x, from, n, stride);
    }
    double sum = 0.0;
    for (int start = 0; start < n; start += BLOCK) {
      int count = Math.min(BLOCK, n - start);
      sum += block(x, from + start * stride, count, stride, stripes);
    }
    return sum;
  }

  private static double chain(double[] x, int from, int n, int stride) {
    double sum = 0.0;
    for (int j = 0; j < n; j++) {
      sum += x[from + j * stride];
    }
    return sum;
  }

  private static double block(double[] x, int from, int n, int stride, double[] stripes) {
    if (n <= STRIPES) {
      return chain(x, from, n, stride);
    }
    Arrays.fill(stripes, 0.0);
    for (int j = 0; j < n; j++) {
      stripes[j % STRIPES] += x[from + j * stride];
    }
    for (int half = STRIPES / 2; half > 0; half /= 2) {
      for (int j = 0; j < half; j++) {
        stripes[j] += stripes[j + half];
      }
    }
    return stripes[0];
  }

  /** y = the sum over {@code rows} rows of {@code width} numbers: one chain over the rows. */
  static void columns(double[] x, double[] y, int rows, int width) {
    Arrays.fill(y, 0, width, 0.0);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < width; j++) {
        y[j] += x[i * width + j];
      }
    }
  }

  /** y = the largest of each row; NaN if one is NaN. */
  static void rowMax(double[] x, double[] y, int rows, int n, int lanes) {
    for (int i = 0; i < rows; i++) {
      for (int lane = 0; lane < lanes; lane++) {
        y[i * lanes + lane] = max(x, i * n * lanes + lane, n, lanes);
      }
    }
  }

  private static double max(double[] x, int from, int n, int stride) {
    double max = x[from];
    for (int j = 1; j < n; j++) {
      max = Math.max(max, x[from + j * stride]);
    }
    return max;
  }

  /** y = 1 at the first largest value of each row, 0 elsewhere; all 0 in a row with a NaN. */
  static void firstMax(double[] x, double[] y, int rows, int n, int lanes) {
    Arrays.fill(y, 0, rows * n * lanes, 0.0);
    for (int i = 0; i < rows; i++) {
      for (int lane = 0; lane < lanes; lane++) {
        int from = i * n * lanes + lane;
        double max = max(x, from, n, lanes);
        int j = 0;
        while (j < n && x[from + j * lanes] != max) {
          j++;
        }
        if (j < n) {
          y[from + j * lanes] = 1.0;
        }
      }
    }
  }
}

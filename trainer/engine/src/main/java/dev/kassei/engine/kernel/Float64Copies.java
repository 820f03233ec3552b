package dev.kassei.engine.kernel;

import java.util.Arrays;

/** Copies in float64. */
final class Float64Copies {
  private Float64Copies() {}

  /** Copies {@code n} numbers of each row between rows of different sizes. */
  static void block(double[] x, int xi, int xSize, double[] y, int yi, int ySize, int rows, int n) {
    for (int i = 0; i < rows; i++) {
      System.arraycopy(x, xi + i * xSize, y, yi + i * ySize, n);
    }
  }

  /** y = the rows of a table with {@code columns} columns at the numbers in {@code index}. */
  static void gather(
      double[] table, double[] index, double[] y, int rows, int columns, int lanes, int size) {
    for (int i = 0; i < rows; i++) {
      for (int lane = 0; lane < lanes; lane++) {
        int source = row(index[i * lanes + lane], size) * columns * lanes + lane;
        int target = i * columns * lanes + lane;
        for (int j = 0; j < columns * lanes; j += lanes) {
          y[target + j] = table[source + j];
        }
      }
    }
  }

  /** y = zeros of {@code size} rows, to which row after row of x is added at its number. */
  static void scatterAdd(
      double[] x, double[] index, double[] y, int rows, int columns, int lanes, int size) {
    Arrays.fill(y, 0, size * columns * lanes, 0.0);
    for (int i = 0; i < rows; i++) {
      for (int lane = 0; lane < lanes; lane++) {
        int source = i * columns * lanes + lane;
        int target = row(index[i * lanes + lane], size) * columns * lanes + lane;
        for (int j = 0; j < columns * lanes; j += lanes) {
          y[target + j] += x[source + j];
        }
      }
    }
  }

  private static int row(double index, int size) {
    int row = (int) index;
    if (row < 0 || row >= size || row != index) {
      throw new NoSuchRowException(index, size);
    }
    return row;
  }

  /** Copies the active lanes. */
  static void active(double[] x, double[] y, int n, boolean[] active) {
    int lanes = active.length;
    for (int lane = 0; lane < lanes; lane++) {
      if (active[lane]) {
        for (int i = lane; i < n; i += lanes) {
          y[i] = x[i];
        }
      }
    }
  }
}

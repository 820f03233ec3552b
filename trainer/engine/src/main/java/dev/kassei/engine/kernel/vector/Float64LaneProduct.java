package dev.kassei.engine.kernel.vector;

/**
 * Rows of a matrix product in float64 with lanes, of which a vector takes its length at once. One
 * object for each thread.
 */
final class Float64LaneProduct {
  private static final int L = Float64LaneKernel.SPECIES.length();

  /** The rows of a block. */
  private static final int ROWS = Registers.MANY ? 4 : 6;

  private static final int COLUMNS = Registers.MANY ? 4 : 2;

  private final Float64LaneKernel kernel = new Float64LaneKernel();
  private final double[] edge = new double[ROWS * COLUMNS * L];
  private double[] y = {};
  private int n;
  private int k;
  private int lanes;

  /** Sets the left operand: element (i, p) is at i·row + p·step. */
  void left(double[] a, int row, int step) {
    kernel.a = a;
    kernel.aRow = row;
    kernel.aStep = step;
  }

  /** Sets the right operand: element (p, j) is at p·step + j·column. */
  void right(double[] b, int step, int column) {
    kernel.b = b;
    kernel.bStep = step;
    kernel.bColumn = column;
  }

  /** Overwrites rows {@code from} to {@code to} of y, each of n × lanes numbers. */
  void rows(double[] y, int from, int to, int n, int k, int lanes) {
    this.y = y;
    this.n = n;
    this.k = k;
    this.lanes = lanes;
    for (int lane = 0; lane < lanes; lane += L) {
      for (int i = from; i < to; i += ROWS) {
        strip(i, Math.min(ROWS, to - i), lane);
      }
    }
  }

  private void strip(int i, int rows, int lane) {
    int ai = i * kernel.aRow + lane;
    for (int j = 0; j < n; j += COLUMNS) {
      int columns = Math.min(COLUMNS, n - j);
      int bi = j * kernel.bColumn + lane;
      int yi = (i * n + j) * lanes + lane;
      if (lanes - lane >= L) {
        target(y, n * lanes, lanes);
        compute(rows, columns, ai, bi, yi);
      } else {
        target(edge, COLUMNS * L, L);
        compute(rows, columns, ai, bi, 0);
        copyEdge(rows, columns, yi, lanes - lane);
      }
    }
  }

  private void target(double[] y, int yRow, int yColumn) {
    kernel.y = y;
    kernel.yRow = yRow;
    kernel.yColumn = yColumn;
  }

  private void compute(int rows, int columns, int ai, int bi, int yi) {
    if (Registers.MANY) {
      kernel.fourByFour(rows, columns, ai, bi, yi, k);
    } else {
      kernel.sixByTwo(rows, columns, ai, bi, yi, k);
    }
  }

  private void copyEdge(int rows, int columns, int yi, int count) {
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        System.arraycopy(edge, (r * COLUMNS + c) * L, y, yi + (r * n + c) * lanes, count);
      }
    }
  }
}

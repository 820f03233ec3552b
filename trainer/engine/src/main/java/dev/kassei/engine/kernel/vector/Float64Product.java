package dev.kassei.engine.kernel.vector;

import jdk.incubator.vector.DoubleVector;

/**
 * Rows of a matrix product in float64, by blocks: k in pieces, and for each piece as many columns
 * as stay in the L2 cache. One object for each thread.
 *
 * <p>After K. Goto and R. van de Geijn, "Anatomy of high-performance matrix multiplication", ACM
 * TOMS 34 (2008).
 */
final class Float64Product {
  private static final int L = Float64MicroKernel.SPECIES.length();
  private static final int WIDTH = Float64Panels.WIDTH;
  private static final int MOST_ROWS = 8;

  /** AVX2 has 16 registers: more than 4 rows × 2 vectors would be spilled at half the speed. */
  private static final int ROWS = Float64MicroKernel.SPECIES.vectorBitSize() == 256 ? 4 : MOST_ROWS;

  private static final int DEPTH = 512;
  private static final int BLOCK = 16 * WIDTH;

  /** From so many terms on, columns of a are gathered first, since they share cache sets. */
  private static final int GATHERED = 256;

  private final Float64MicroKernel kernel = new Float64MicroKernel();
  private final double[] zeros = new double[2 * WIDTH];
  private final double[] edge = new double[MOST_ROWS * WIDTH];
  private final double[] gathered = new double[MOST_ROWS * DEPTH + L];

  private Float64Panels panels = new Float64Panels();
  private double[] y = {};
  private int end;
  private int n;
  private int k;
  private int done;
  private int depth;

  /**
   * Overwrites rows {@code from} to {@code to} of y, each of n numbers.
   *
   * @param first the index of row 0 of a
   * @param aRow the distance between rows of a
   * @param aStep the distance between neighbours in a row of a
   */
  void rows(
      double[] a,
      int first,
      int aRow,
      int aStep,
      Float64Panels b,
      double[] y,
      int from,
      int to,
      int n,
      int k) {
    this.panels = b;
    this.y = y;
    this.end = to * n;
    this.n = n;
    this.k = k;
    kernel.b = b.values();
    kernel.bStep = b.rowStep();
    int step = n > L ? ROWS : MOST_ROWS;
    done = 0;
    do {
      depth = Math.min(DEPTH, k - done);
      for (int j = 0; j < n; j += BLOCK) {
        for (int i = from; i < to; i += step) {
          int ai = left(a, first + i * aRow + done * aStep, aRow, aStep);
          strip(Math.min(step, to - i), ai, i * n, j, Math.min(n, j + BLOCK));
        }
      }
      done += depth;
    } while (done < k);
  }

  /** Sets the left operand and returns the index of its first row. */
  private int left(double[] a, int ai, int aRow, int aStep) {
    if (aStep == 1 || depth < GATHERED || n <= 2 * WIDTH) {
      kernel.a = a;
      kernel.aRow = aRow;
      kernel.aStep = aStep;
      return ai;
    }
    gather(a, ai, aStep, depth, gathered);
    kernel.a = gathered;
    kernel.aRow = 1;
    kernel.aStep = MOST_ROWS;
    return 0;
  }

  private static void gather(double[] a, int ai, int aStep, int depth, double[] gathered) {
    int i = ai;
    for (int p = 0; p < depth * MOST_ROWS; p += MOST_ROWS) {
      for (int r = 0; r < MOST_ROWS; r += L) {
        DoubleVector.fromArray(Float64MicroKernel.SPECIES, a, i + r).intoArray(gathered, p + r);
      }
      i += aStep;
    }
  }

  private void strip(int rows, int ai, int yi, int from, int to) {
    int j = rows == 1 ? row(ai, yi, from, to) : from;
    for (; j < to; j += WIDTH) {
      int columns = Math.min(WIDTH, to - j);
      int bi = panels.index(done, j);
      if (columns % L == 0 || rewritten(yi + (rows - 1) * n, columns)) {
        inPlace(rows, columns, ai, bi, yi + j);
      } else {
        atEdge(rows, columns, ai, bi, yi + j);
      }
    }
  }

  /** Computes four vectors at once as far as they are side by side; returns the next column. */
  private int row(int ai, int yi, int from, int to) {
    int j = from;
    for (; panels.sideBySide() && j + 2 * WIDTH <= to; j += 2 * WIDTH) {
      target(y, n);
      kernel.oneByFour(ai, panels.index(done, j), start(yi + j), yi + j, depth);
    }
    return j;
  }

  /** Whether what a row's last vector writes beyond it is in rows that come later. */
  private boolean rewritten(int lastRow, int columns) {
    return n <= WIDTH && k <= DEPTH && lastRow + (columns > L ? WIDTH : L) <= end;
  }

  private void inPlace(int rows, int columns, int ai, int bi, int yi) {
    target(y, n);
    compute(rows, columns, ai, bi, yi);
  }

  private void atEdge(int rows, int columns, int ai, int bi, int yi) {
    target(edge, WIDTH);
    if (done > 0) {
      copy(y, yi, n, edge, 0, WIDTH, rows, columns);
    }
    compute(rows, columns, ai, bi, 0);
    copy(edge, 0, WIDTH, y, yi, n, rows, columns);
  }

  private static void copy(
      double[] x, int xi, int xRow, double[] y, int yi, int yRow, int rows, int columns) {
    for (int i = 0; i < rows; i++) {
      System.arraycopy(x, xi + i * xRow, y, yi + i * yRow, columns);
    }
  }

  private void compute(int rows, int columns, int ai, int bi, int yi) {
    int si = start(yi);
    if (columns <= L) {
      kernel.eightByOne(rows, ai, bi, si, yi, depth);
    } else if (rows <= 4) {
      kernel.fourByTwo(rows, ai, bi, si, yi, depth);
    } else {
      kernel.eightByTwo(rows, ai, bi, si, yi, depth);
    }
  }

  /** Sets what is overwritten: chains start from zeros, later ones from what is there. */
  private void target(double[] y, int yRow) {
    kernel.y = y;
    kernel.yRow = yRow;
    kernel.start = done > 0 ? y : zeros;
    kernel.startRow = done > 0 ? yRow : 0;
  }

  private int start(int yi) {
    return done > 0 ? yi : 0;
  }
}

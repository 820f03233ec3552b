package dev.kassei.engine.kernel.vector;

import jdk.incubator.vector.DoubleVector;

/**
 * Rows of a matrix product in float64, by blocks: k in pieces, for each piece as many rows of a as
 * stay in the L2 cache, and for those a panel of b, which stays in that of L1. One object for each
 * thread.
 *
 * <p>After K. Goto and R. van de Geijn, "Anatomy of high-performance matrix multiplication", ACM
 * TOMS 34 (2008).
 */
final class Float64Product {
  private static final int L = Float64MicroKernel.SPECIES.length();
  private static final int WIDTH = Float64Panels.WIDTH;
  private static final int MOST_ROWS = 8;

  /**
   * With two vectors each, as many as the registers hold; a row more is spilled at half the speed.
   */
  private static final int ROWS = Registers.MANY ? MOST_ROWS : 6;

  private static final int FEW_ROWS = 4;
  private static final int DEPTH = 512;

  /** From so many terms on, columns of a are packed first, since they share cache sets. */
  private static final int MANY_TERMS = 256;

  /** So many rows of a are multiplied with a panel, and stay in the L2 cache. */
  private static final int AT_ONCE = 96;

  private final Float64MicroKernel kernel = new Float64MicroKernel();
  private final double[] zeros = new double[2 * WIDTH];
  private final double[] edge = new double[MOST_ROWS * WIDTH];
  private double[] packed = {};

  private Float64Panels panels = new Float64Panels();
  private double[] y = {};
  private int end;
  private int n;
  private int k;
  private int step;
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
    step = n > L ? ROWS : MOST_ROWS;
    done = 0;
    do {
      depth = Math.min(DEPTH, k - done);
      int ai = first + from * aRow + done * aStep;
      if (aRow == 1 && depth >= MANY_TERMS && n > 2 * WIDTH) {
        packed(a, ai, aStep, from, to);
      } else {
        kernel.a = a;
        kernel.aRow = aRow;
        kernel.aStep = aStep;
        for (int i = from; i < to; i += AT_ONCE) {
          strips(ai + (i - from) * aRow, step * aRow, i, Math.min(to, i + AT_ONCE));
        }
      }
      done += depth;
    } while (done < k);
  }

  /** Packs rows of a that lie in columns, and multiplies as many as were packed. */
  private void packed(double[] a, int ai, int aStep, int from, int to) {
    int distance = step * depth + L;
    int size = (AT_ONCE / step + 1) * distance;
    if (packed.length < size) {
      packed = new double[size];
    }
    kernel.a = packed;
    kernel.aRow = 1;
    kernel.aStep = step;
    for (int i = from; i < to; i += AT_ONCE) {
      int rows = Math.min(AT_ONCE, to - i);
      pack(a, ai + i - from, aStep, rows, depth, step, distance, packed);
      strips(0, distance, i, i + rows);
    }
  }

  /** What a vector copies beyond a strip's row is in rows of it that come later, or in its end. */
  private static void pack(
      double[] a, int ai, int aStep, int rows, int depth, int step, int distance, double[] packed) {
    int i = ai;
    for (int p = 0; p < depth; p++) {
      int t = p * step;
      for (int r = i; r < i + rows; r += step) {
        for (int v = 0; v < step; v += L) {
          DoubleVector.fromArray(Float64MicroKernel.SPECIES, a, r + v).intoArray(packed, t + v);
        }
        t += distance;
      }
      i += aStep;
    }
  }

  /** Rows whose strips of a are {@code distance} apart. */
  private void strips(int first, int distance, int from, int to) {
    int several = (to - from) % step == 1 ? to - 1 : to;
    for (int j = 0; j < n; j += WIDTH) {
      int ai = first;
      for (int i = from; i < several; i += step) {
        block(Math.min(step, several - i), ai, i * n, j);
        ai += distance;
      }
    }
    if (several < to) {
      row(first + (several - from) / step * distance, several * n);
    }
  }

  /** A single row: four vectors at once as far as they are side by side. */
  private void row(int ai, int yi) {
    int j = 0;
    for (; panels.sideBySide() && j + 2 * WIDTH <= n; j += 2 * WIDTH) {
      target(y, n);
      kernel.oneByFour(ai, panels.index(done, j), start(yi + j), yi + j, depth);
    }
    for (; j < n; j += WIDTH) {
      block(1, ai, yi, j);
    }
  }

  private void block(int rows, int ai, int yi, int j) {
    int columns = Math.min(WIDTH, n - j);
    int bi = panels.index(done, j);
    if (columns % L == 0 || rewritten(yi + (rows - 1) * n, columns)) {
      target(y, n);
      compute(rows, columns, ai, bi, yi + j);
    } else {
      atEdge(rows, columns, ai, bi, yi + j);
    }
  }

  /** Whether what a row's last vector writes beyond it is in rows that come later. */
  private boolean rewritten(int lastRow, int columns) {
    return n <= WIDTH && k <= DEPTH && lastRow + (columns > L ? WIDTH : L) <= end;
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
    } else if (Registers.MANY) {
      kernel.eightByTwo(rows, ai, bi, si, yi, depth);
    } else if (rows <= FEW_ROWS) {
      kernel.fourByTwo(rows, ai, bi, si, yi, depth);
    } else {
      kernel.sixByTwo(rows, ai, bi, si, yi, depth);
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

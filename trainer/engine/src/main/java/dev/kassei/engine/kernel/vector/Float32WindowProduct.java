// Made by FloatTwin from its float64 twin; change that one.
package dev.kassei.engine.kernel.vector;

import dev.kassei.api.expr.Shape;
import dev.kassei.api.expr.Window;
import dev.kassei.engine.kernel.WindowGrid;

/**
 * Products in float32 whose left operand is what windows see, read from the items themselves: some
 * items at a time, with their padding around them. Every number of y is the chain of the scalar
 * kernels. One object for each thread.
 */
final class Float32WindowProduct {
  private static final int L = Float32WindowKernel.SPECIES.length();
  private static final int WIDTH = Float32Panels.WIDTH;

  /** The rows of a block of one vector, by which threads split rows. */
  static final int MOST_ROWS = 13;

  /** The rows of a block of two vectors. */
  private static final int ROWS = Registers.MANY ? 8 : 6;

  /** So many terms, or places, are taken at once. */
  private static final int DEPTH = 512;

  private static final int BLOCK = 16 * WIDTH;

  /** So many rows, and so many numbers in b, pay for a copy of b in panels. */
  private static final int MANY_ROWS = 128;

  private static final int LARGE = 1 << 18;

  private final Float32WindowKernel kernel = new Float32WindowKernel();
  private final Float32Panels panels = new Float32Panels();
  private final float[] zeros = new float[2 * WIDTH];
  private final float[] edge = new float[MOST_ROWS * WIDTH];
  private final Float32PaddedItems items;
  private final int block;
  private final int places;
  private final int[] placeAt;
  private final int[] termAt;
  private float[] sums = {};
  private float[] y = {};
  private int end;
  private int n;
  private int done;
  private int depth;

  Float32WindowProduct(Window window, Shape positions, float fill) {
    var grid = new WindowGrid(window, positions, 1);
    places = grid.placeCount();
    block = Math.max(1, DEPTH / places);
    items = new Float32PaddedItems(grid, block, fill, 0);
    placeAt = grid.places(block);
    termAt = terms(grid.taps(), grid.columns());
  }

  private static int[] terms(int[] taps, int columns) {
    int[] terms = new int[taps.length * columns];
    for (int i = 0; i < terms.length; i++) {
      terms[i] = taps[i / columns] + i % columns;
    }
    return terms;
  }

  /** Overwrites the rows of items {@code from} to {@code to} of y = windows·b. */
  void nn(float[] x, float[] b, float[] y, int from, int to, int n) {
    right(b, (to - from) * places, n);
    this.y = y;
    this.n = n;
    end = to * places * n;
    kernel.rows = placeAt;
    kernel.steps = termAt;
    kernel.b = panels.values();
    kernel.bStep = panels.rowStep();
    for (int item = from; item < to; item += block) {
      int count = Math.min(block, to - item);
      items.hold(x, item, count);
      kernel.a = items.values();
      rows(count * places, item * places);
    }
  }

  private void right(float[] b, int rows, int n) {
    if (rows >= MANY_ROWS && n * termAt.length >= LARGE) {
      panels.rows(b, n, termAt.length);
      return;
    }
    panels.inPlace(b, n);
  }

  /** The products of the items that are held, which are the rows from {@code first} on. */
  private void rows(int count, int first) {
    int step = n > L ? ROWS : MOST_ROWS;
    done = 0;
    do {
      depth = Math.min(DEPTH, termAt.length - done);
      for (int j = 0; j < n; j += BLOCK) {
        for (int i = 0; i < count; i += step) {
          strip(Math.min(step, count - i), i, (first + i) * n, j, Math.min(n, j + BLOCK));
        }
      }
      done += depth;
    } while (done < termAt.length);
  }

  private void strip(int rows, int row, int yi, int from, int to) {
    for (int j = from; j < to; j += WIDTH) {
      int columns = Math.min(WIDTH, to - j);
      int bi = panels.index(done, j);
      if (columns % L == 0 || rewritten(yi + (rows - 1) * n, columns)) {
        target(y, n);
        compute(rows, columns, row, bi, yi + j);
      } else {
        atEdge(rows, columns, row, bi, yi + j);
      }
    }
  }

  /** Whether what a row's last vector writes beyond it is in rows that come later. */
  private boolean rewritten(int lastRow, int columns) {
    return n <= WIDTH && termAt.length <= DEPTH && lastRow + (columns > L ? WIDTH : L) <= end;
  }

  private void atEdge(int rows, int columns, int row, int bi, int yi) {
    target(edge, WIDTH);
    if (done > 0) {
      copy(y, yi, n, edge, WIDTH, rows, columns);
    }
    compute(rows, columns, row, bi, 0);
    for (int i = 0; i < rows; i++) {
      System.arraycopy(edge, i * WIDTH, y, yi + i * n, columns);
    }
  }

  private static void copy(
      float[] x, int xi, int xRow, float[] y, int yRow, int rows, int columns) {
    for (int i = 0; i < rows; i++) {
      System.arraycopy(x, xi + i * xRow, y, i * yRow, columns);
    }
  }

  private void target(float[] y, int yRow) {
    kernel.y = y;
    kernel.yRow = yRow;
    kernel.start = done > 0 ? y : zeros;
    kernel.startRow = done > 0 ? yRow : 0;
  }

  private void compute(int rows, int columns, int row, int bi, int yi) {
    run(rows, columns, row, done, bi, done > 0 ? yi : 0, yi, depth);
  }

  private void run(int rows, int columns, int row, int step, int bi, int si, int yi, int k) {
    int ai = items.start();
    if (columns <= L) {
      kernel.thirteenByOne(rows, row, step, ai, bi, si, yi, k);
    } else if (Registers.MANY) {
      kernel.eightByTwo(rows, row, step, ai, bi, si, yi, k);
    } else {
      kernel.sixByTwo(rows, row, step, ai, bi, si, yi, k);
    }
  }

  /**
   * Overwrites rows {@code from} to {@code to} of y = windowsᵀ·b, of n numbers each, over all
   * places of {@code itemCount} items.
   */
  void tn(float[] x, float[] b, float[] y, int itemCount, int from, int to, int n) {
    int row = (n + L - 1) / L * L;
    this.n = n;
    kernel.rows = termAt;
    kernel.steps = placeAt;
    kernel.b = b;
    kernel.bStep = n;
    kernel.y = sums(y, n, row);
    kernel.yRow = row;
    kernel.start = zeros;
    kernel.startRow = 0;
    for (int item = 0; item < itemCount; item += block) {
      int count = Math.min(block, itemCount - item);
      items.hold(x, item, count);
      kernel.a = items.values();
      for (int place = 0; place < count * places; place += DEPTH) {
        int terms = Math.min(DEPTH, count * places - place);
        add(from, to, (item * places + place) * n, place, terms);
        kernel.start = kernel.y;
        kernel.startRow = row;
      }
    }
    if (row > n) {
      for (int i = from; i < to; i++) {
        System.arraycopy(kernel.y, i * row, y, i * n, n);
      }
    }
  }

  /** Where the sums grow: in y, if whole vectors fit into its rows. */
  private float[] sums(float[] y, int n, int row) {
    if (row == n) {
      return y;
    }
    if (sums.length < termAt.length * row) {
      sums = new float[termAt.length * row];
    }
    return sums;
  }

  /** Continues all chains by some terms, the places from {@code place} on. */
  private void add(int from, int to, int bi, int place, int terms) {
    int step = n > L ? ROWS : MOST_ROWS;
    for (int j = 0; j < n; j += WIDTH) {
      int columns = Math.min(WIDTH, n - j);
      for (int i = from; i < to; i += step) {
        int yi = i * kernel.yRow + j;
        int si = kernel.startRow > 0 ? yi : 0;
        run(Math.min(step, to - i), columns, i, place, bi + j, si, yi, terms);
      }
    }
  }
}

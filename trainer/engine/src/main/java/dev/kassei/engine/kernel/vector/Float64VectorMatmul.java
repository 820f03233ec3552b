package dev.kassei.engine.kernel.vector;

/**
 * Matrix products in float64 by vectors: every output is the chain of the scalar kernels, fused
 * multiply-adds over k ascending from +0. One object for each thread; the rows of a product may be
 * split between threads.
 */
final class Float64VectorMatmul {
  /** With so few rows the columns of a transposed operand are not worth copying. */
  private static final int FEW_ROWS = 3;

  /** So many rows, and so many numbers in b, pay for a copy of b in panels. */
  private static final int MANY_ROWS = 128;

  private static final int LARGE = 1 << 18;

  private final Float64Panels panels = new Float64Panels();
  private final Float64Product product = new Float64Product();
  private final Float64LaneProduct lanesProduct = new Float64LaneProduct();

  /** Rows {@code from} to {@code to} of y = a·b: m × k times k × n, each with lanes. */
  void nn(double[] a, double[] b, double[] y, int from, int to, int n, int k, int lanes) {
    if (lanes > 1) {
      lanesProduct.left(a, k * lanes, lanes);
      lanesProduct.right(b, n * lanes, lanes);
      lanesProduct.rows(y, from, to, n, k, lanes);
      return;
    }
    if (n == 1) {
      Float64Dots.rows(a, from, to, b, 0, y, 0, k);
      return;
    }
    right(b, to - from, n, k);
    product.rows(a, 0, k, 1, panels, y, from, to, n, k);
  }

  /** Rows {@code from} to {@code to} of y = aᵀ·b: (k × m)ᵀ times k × n, each with lanes. */
  void tn(double[] a, double[] b, double[] y, int from, int to, int m, int n, int k, int lanes) {
    if (lanes > 1) {
      lanesProduct.left(a, lanes, m * lanes);
      lanesProduct.right(b, n * lanes, lanes);
      lanesProduct.rows(y, from, to, n, k, lanes);
      return;
    }
    if (n == 1 && to - from == m) {
      nn(b, a, y, 0, 1, m, k, lanes);
      return;
    }
    right(b, to - from, n, k);
    product.rows(a, 0, 1, m, panels, y, from, to, n, k);
  }

  /** Rows {@code from} to {@code to} of y = a·bᵀ: m × k times (n × k)ᵀ, each with lanes. */
  void nt(double[] a, double[] b, double[] y, int from, int to, int n, int k, int lanes) {
    if (lanes > 1) {
      lanesProduct.left(a, k * lanes, lanes);
      lanesProduct.right(b, lanes, k * lanes);
      lanesProduct.rows(y, from, to, n, k, lanes);
      return;
    }
    if (n == 1) {
      Float64Dots.rows(a, from, to, b, 0, y, 0, k);
      return;
    }
    if (to - from <= FEW_ROWS) {
      for (int i = from; i < to; i++) {
        Float64Dots.rows(b, 0, n, a, i * k, y, i * n, k);
      }
      return;
    }
    panels.columns(b, n, k);
    product.rows(a, 0, k, 1, panels, y, from, to, n, k);
  }

  private void right(double[] b, int rows, int n, int k) {
    if (rows >= MANY_ROWS && n * k >= LARGE) {
      panels.rows(b, n, k);
      return;
    }
    panels.inPlace(b, n);
  }
}

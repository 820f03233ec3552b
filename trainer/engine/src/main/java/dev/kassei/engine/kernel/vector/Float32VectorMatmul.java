// Made by FloatTwin from its float64 twin; change that one.
package dev.kassei.engine.kernel.vector;

/**
 * Matrix products in float32 by vectors: every output is the chain of the scalar kernels, fused
 * multiply-adds over k ascending from +0. One object for each thread; the rows of a product may be
 * split between threads.
 */
final class Float32VectorMatmul {
  /** With so few rows the columns of a transposed operand are not worth copying. */
  private static final int FEW_ROWS = 3;

  /** So many rows, and so many numbers in b, pay for a copy of b in panels. */
  private static final int MANY_ROWS = 128;

  private static final int LARGE = 1 << 18;

  private final Float32Panels panels = new Float32Panels();
  private final Float32Product product = new Float32Product();
  private final Float32LaneProduct lanesProduct = new Float32LaneProduct();

  /** Rows {@code from} to {@code to} of y = a·b: m × k times k × n, each with lanes. */
  void nn(float[] a, float[] b, float[] y, int from, int to, int n, int k, int lanes) {
    if (lanes > 1) {
      lanesProduct.left(a, k * lanes, lanes);
      lanesProduct.right(b, n * lanes, lanes);
      lanesProduct.rows(y, from, to, n, k, lanes);
      return;
    }
    if (n == 1) {
      Float32Dots.rows(a, from, to, b, 0, y, 0, k);
      return;
    }
    right(b, to - from, n, k);
    product.rows(a, 0, k, 1, panels, y, from, to, n, k);
  }

  /** Rows {@code from} to {@code to} of y = aᵀ·b: (k × m)ᵀ times k × n, each with lanes. */
  void tn(float[] a, float[] b, float[] y, int from, int to, int m, int n, int k, int lanes) {
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
  void nt(float[] a, float[] b, float[] y, int from, int to, int n, int k, int lanes) {
    if (lanes > 1) {
      lanesProduct.left(a, k * lanes, lanes);
      lanesProduct.right(b, lanes, k * lanes);
      lanesProduct.rows(y, from, to, n, k, lanes);
      return;
    }
    if (n == 1) {
      Float32Dots.rows(a, from, to, b, 0, y, 0, k);
      return;
    }
    if (to - from <= FEW_ROWS) {
      for (int i = from; i < to; i++) {
        Float32Dots.rows(b, 0, n, a, i * k, y, i * n, k);
      }
      return;
    }
    panels.columns(b, n, k);
    product.rows(a, 0, k, 1, panels, y, from, to, n, k);
  }

  private void right(float[] b, int rows, int n, int k) {
    if (rows >= MANY_ROWS && n * k >= LARGE) {
      panels.rows(b, n, k);
      return;
    }
    panels.inPlace(b, n);
  }
}

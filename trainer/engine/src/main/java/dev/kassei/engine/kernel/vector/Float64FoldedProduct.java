package dev.kassei.engine.kernel.vector;

import dev.kassei.engine.kernel.WindowGrid;

/**
 * A product in float64 of which the rows are added where windows saw them: item by item, so that
 * the product itself is never whole. One object for each thread.
 */
final class Float64FoldedProduct {
  private final Float64Panels panels = new Float64Panels();
  private final Float64Product product = new Float64Product();
  private final Float64VectorWindows windows;
  private final int places;
  private final double[] seen;

  Float64FoldedProduct(WindowGrid grid) {
    windows = new Float64VectorWindows(grid, 0.0);
    places = grid.placeCount();
    seen = new double[windows.seen() + Float64Panels.WIDTH];
  }

  /**
   * Overwrites items {@code from} to {@code to} of y, the fold of a·bᵀ.
   *
   * @param n the numbers that a window sees, the rows of b
   * @param k the columns of a and b
   */
  void nt(double[] a, double[] b, double[] y, int from, int to, int n, int k) {
    panels.columns(b, n, k);
    for (int item = from; item < to; item++) {
      product.rows(a, item * places * k, k, 1, panels, seen, 0, places, n, k);
      windows.fold(seen, 0, y, item);
    }
  }
}

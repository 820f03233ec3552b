// Made by FloatTwin from its float64 twin; change that one.
package dev.kassei.engine.kernel.vector;

import dev.kassei.engine.kernel.WindowGrid;

/**
 * A product in float32 of which the rows are added where windows saw them: item by item, so that
 * the product itself is never whole. One object for each thread.
 */
final class Float32FoldedProduct {
  private final Float32Panels panels = new Float32Panels();
  private final Float32Product product = new Float32Product();
  private final Float32VectorWindows windows;
  private final int places;
  private final float[] seen;

  Float32FoldedProduct(WindowGrid grid) {
    windows = new Float32VectorWindows(grid, 0.0f);
    places = grid.placeCount();
    seen = new float[windows.seen() + Float32Panels.WIDTH];
  }

  /**
   * Overwrites items {@code from} to {@code to} of y, the fold of a·bᵀ.
   *
   * @param n the numbers that a window sees, the rows of b
   * @param k the columns of a and b
   */
  void nt(float[] a, float[] b, float[] y, int from, int to, int n, int k) {
    panels.columns(b, n, k);
    for (int item = from; item < to; item++) {
      product.rows(a, item * places * k, k, 1, panels, seen, 0, places, n, k);
      windows.fold(seen, 0, y, item);
    }
  }
}

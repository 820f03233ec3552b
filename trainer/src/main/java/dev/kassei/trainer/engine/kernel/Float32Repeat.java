// Made by FloatTwin from its float64 twin; change that one.
package dev.kassei.trainer.engine.kernel;

import dev.kassei.api.expr.Shape;

/** Repeats a matrix of one row or one column to a larger shape, tile by tile. */
final class Float32Repeat {
  private final float[] values;
  private final int lanes;
  private final int columns;
  private final int rowStride;
  private final int columnStride;

  Float32Repeat(Matrix matrix, Shape shape) {
    values = ((Float32Buffer) matrix.buffer()).values;
    lanes = matrix.lanes();
    columns = shape.columns();
    rowStride = matrix.shape().rows().isOne() ? 0 : matrix.rowSize();
    columnStride = matrix.columns() == 1 ? 0 : lanes;
  }

  /** Fills {@code y} with the {@code n} values from {@code from} on; whole lanes. */
  void fill(float[] y, int from, int n) {
    int place = from / lanes;
    int row = place / columns;
    int column = place % columns;
    for (int i = 0; i < n; i += lanes) {
      int source = row * rowStride + column * columnStride;
      for (int lane = 0; lane < lanes; lane++) {
        y[i + lane] = values[source + lane];
      }
      column++;
      if (column == columns) {
        column = 0;
        row++;
      }
    }
  }
}

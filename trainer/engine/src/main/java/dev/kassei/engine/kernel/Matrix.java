package dev.kassei.engine.kernel;

import dev.kassei.api.expr.Shape;

/**
 * A buffer and how it is read: rows × columns × lanes, contiguous.
 *
 * @param shape rows and columns; the rows may depend on the batch
 * @param lanes the number of trials side by side
 */
public record Matrix(Buffer buffer, Shape shape, int lanes) {
  /** The number of rows for a batch of {@code batch} rows. */
  public int rows(int batch) {
    return shape.rows().actual(batch);
  }

  /** The number of columns. */
  public int columns() {
    return shape.columns();
  }

  /** The number of numbers in a row: columns × lanes. */
  public int rowSize() {
    return shape.columns() * lanes;
  }

  /** The number of numbers for a batch of {@code batch} rows. */
  public int size(int batch) {
    return rows(batch) * rowSize();
  }

  /** The index of an element. */
  public int index(int row, int column, int lane) {
    return (row * shape.columns() + column) * lanes + lane;
  }

  /** A copy of the first {@code rows} rows of one lane, row by row. */
  public double[] read(int rows, int lane) {
    double[] values = new double[rows * columns()];
    for (int i = 0; i < values.length; i++) {
      values[i] = buffer.get(i * lanes + lane);
    }
    return values;
  }
}

// Made by FloatTwin from its float64 twin; change that one.
package dev.kassei.engine.kernel;

import dev.kassei.api.expr.Shape;
import java.util.Arrays;

/** Repeats a matrix of one row or one column to a larger shape, tile by tile. */
final class Float32Repeat {
  private final float[] values;
  private final boolean oneRow;
  private final int lanes;
  private final int sourceRow;
  private final int row;
  private final boolean same;
  private int filled;

  Float32Repeat(Matrix matrix, Shape shape, int tile) {
    values = ((Float32Buffer) matrix.buffer()).values;
    oneRow = matrix.shape().rows().isOne();
    lanes = matrix.lanes();
    sourceRow = matrix.rowSize();
    row = shape.columns() * lanes;
    same = oneRow && tile % sourceRow == 0;
  }

  /** Whether each tile repeats the same numbers at the same places, as those of a scalar. */
  boolean isSameInEachTile() {
    return same;
  }

  /** Fills all tiles that are the same, unless {@code y} holds these numbers from the last time. */
  void fillSame(float[] y, int n) {
    if (filled >= n && Arrays.equals(values, 0, sourceRow, y, 0, sourceRow)) {
      return;
    }
    fill(y, 0, n);
    filled = n;
  }

  /** Fills {@code y} with the {@code n} values from {@code from} on; whole lanes. */
  void fill(float[] y, int from, int n) {
    if (oneRow) {
      repeatRow(y, from % sourceRow, n);
    } else {
      repeatColumn(y, from, n);
    }
  }

  private void repeatRow(float[] y, int column, int n) {
    int first = Math.min(sourceRow - column, n);
    int second = Math.min(column, n - first);
    System.arraycopy(values, column, y, 0, first);
    System.arraycopy(values, 0, y, first, second);
    repeatStart(y, 0, first + second, n);
  }

  private void repeatColumn(float[] y, int from, int n) {
    int i = from / row;
    for (int start = 0; start < n; i++) {
      int end = Math.min((i + 1) * row - from, n);
      if (lanes == 1) {
        Arrays.fill(y, start, end, values[i]);
      } else {
        System.arraycopy(values, i * lanes, y, start, lanes);
        repeatStart(y, start, lanes, end);
      }
      start = end;
    }
  }

  /** Repeats the first {@code size} numbers from {@code start} on until {@code end}. */
  private static void repeatStart(float[] y, int start, int size, int end) {
    for (int done = start + size; done < end; ) {
      int next = Math.min(done - start, end - done);
      System.arraycopy(y, start, y, done, next);
      done += next;
    }
  }
}

// Made by FloatTwin from its float64 twin; change that one.
package dev.kassei.trainer.engine.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Rows of a matrix product in float32 with lanes, of which a vector takes its length at once. The
 * numbers of a block of y, rows × columns, stay in registers while k runs. One object for each
 * thread.
 */
final class Float32LaneProduct {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int L = SPECIES.length();
  private static final int ROWS = 4;
  private static final int COLUMNS = 2;

  private final float[] edge = new float[ROWS * COLUMNS * L];
  private float[] a = {};
  private int aRow;
  private int aStep;
  private float[] b = {};
  private int bStep;
  private int bColumn;

  /** Sets the left operand: element (i, p) is at i·row + p·step. */
  void left(float[] a, int row, int step) {
    this.a = a;
    aRow = row;
    aStep = step;
  }

  /** Sets the right operand: element (p, j) is at p·step + j·column. */
  void right(float[] b, int step, int column) {
    this.b = b;
    bStep = step;
    bColumn = column;
  }

  /** Overwrites rows {@code from} to {@code to} of y, each of n × lanes numbers. */
  void rows(float[] y, int from, int to, int n, int k, int lanes) {
    for (int lane = 0; lane < lanes; lane += L) {
      for (int i = from; i < to; i += ROWS) {
        int rows = Math.min(ROWS, to - i);
        for (int j = 0; j < n; j += COLUMNS) {
          int columns = Math.min(COLUMNS, n - j);
          block(y, (i * n + j) * lanes + lane, n, lanes, i, j, lane, rows, columns, k);
        }
      }
    }
  }

  private void block(
      float[] y,
      int yi,
      int n,
      int lanes,
      int i,
      int j,
      int lane,
      int rows,
      int columns,
      int k) {
    int ai = i * aRow + lane;
    int bi = j * bColumn + lane;
    int count = lanes - lane;
    if (count >= L) {
      chains(rows, columns, ai, bi, y, yi, n * lanes, lanes, k);
      return;
    }
    chains(rows, columns, ai, bi, edge, 0, COLUMNS * L, L, k);
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        System.arraycopy(edge, (r * COLUMNS + c) * L, y, yi + (r * n + c) * lanes, count);
      }
    }
  }

  /** Up to 4 × 2 chains; the last row and column again in place of those that are missing. */
  private void chains(
      int rows,
      int columns,
      int ai,
      int bi,
      float[] y,
      int yi,
      int yRow,
      int yColumn,
      int k) {
    float[] a = this.a;
    float[] b = this.b;
    int aStep = this.aStep;
    int bStep = this.bStep;
    int r1 = Math.min(1, rows - 1);
    int r2 = Math.min(2, rows - 1);
    int r3 = Math.min(3, rows - 1);
    int a1 = r1 * aRow;
    int a2 = r2 * aRow;
    int a3 = r3 * aRow;
    int b1 = (columns - 1) * bColumn;
    FloatVector c00 = FloatVector.zero(SPECIES);
    FloatVector c01 = c00;
    FloatVector c10 = c00;
    FloatVector c11 = c00;
    FloatVector c20 = c00;
    FloatVector c21 = c00;
    FloatVector c30 = c00;
    FloatVector c31 = c00;
    int i = ai;
    int j = bi;
    for (int p = 0; p < k; p++) {
      FloatVector u0 = FloatVector.fromArray(SPECIES, b, j);
      FloatVector u1 = FloatVector.fromArray(SPECIES, b, j + b1);
      FloatVector x = FloatVector.fromArray(SPECIES, a, i);
      c00 = x.fma(u0, c00);
      c01 = x.fma(u1, c01);
      x = FloatVector.fromArray(SPECIES, a, i + a1);
      c10 = x.fma(u0, c10);
      c11 = x.fma(u1, c11);
      x = FloatVector.fromArray(SPECIES, a, i + a2);
      c20 = x.fma(u0, c20);
      c21 = x.fma(u1, c21);
      x = FloatVector.fromArray(SPECIES, a, i + a3);
      c30 = x.fma(u0, c30);
      c31 = x.fma(u1, c31);
      i += aStep;
      j += bStep;
    }
    int y1 = (columns - 1) * yColumn;
    c00.intoArray(y, yi);
    c01.intoArray(y, yi + y1);
    c10.intoArray(y, yi + r1 * yRow);
    c11.intoArray(y, yi + r1 * yRow + y1);
    c20.intoArray(y, yi + r2 * yRow);
    c21.intoArray(y, yi + r2 * yRow + y1);
    c30.intoArray(y, yi + r3 * yRow);
    c31.intoArray(y, yi + r3 * yRow + y1);
  }
}

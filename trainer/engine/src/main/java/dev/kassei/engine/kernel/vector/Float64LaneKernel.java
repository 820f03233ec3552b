package dev.kassei.engine.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loops of a matrix product in float64 with lanes: for a vector of lanes, a block of
 * y, rows × columns, stays in registers while k runs. Every number of y is one chain of fused
 * multiply-adds from +0. A smaller block computes its last row and column again in place of those
 * that are missing.
 *
 * <p>Written out as {@link Float64MicroKernel} is, and for the same reasons.
 */
final class Float64LaneKernel {
  static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

  /** Element (i, p) is at i·aRow + p·aStep. */
  double[] a = {};

  int aRow;
  int aStep;

  /** Element (p, j) is at p·bStep + j·bColumn. */
  double[] b = {};

  int bStep;
  int bColumn;

  /** Overwritten, whole vectors at i·yRow + j·yColumn. */
  double[] y = {};

  int yRow;
  int yColumn;

  /** Up to 4 rows × 4 columns: 16 chains of the 32 registers of AVX-512 and of ARM. */
  void fourByFour(int rows, int columns, int ai, int bi, int yi, int k) {
    double[] a = this.a;
    double[] b = this.b;
    int aStep = this.aStep;
    int bStep = this.bStep;
    int lastRow = rows - 1;
    int lastColumn = columns - 1;
    int r1 = Math.min(1, lastRow);
    int r2 = Math.min(2, lastRow);
    int r3 = Math.min(3, lastRow);
    int j1 = Math.min(1, lastColumn);
    int j2 = Math.min(2, lastColumn);
    int j3 = Math.min(3, lastColumn);
    int a1 = r1 * aRow;
    int a2 = r2 * aRow;
    int a3 = r3 * aRow;
    int b1 = j1 * bColumn;
    int b2 = j2 * bColumn;
    int b3 = j3 * bColumn;
    DoubleVector c00 = DoubleVector.zero(SPECIES);
    DoubleVector c01 = c00;
    DoubleVector c02 = c00;
    DoubleVector c03 = c00;
    DoubleVector c10 = c00;
    DoubleVector c11 = c00;
    DoubleVector c12 = c00;
    DoubleVector c13 = c00;
    DoubleVector c20 = c00;
    DoubleVector c21 = c00;
    DoubleVector c22 = c00;
    DoubleVector c23 = c00;
    DoubleVector c30 = c00;
    DoubleVector c31 = c00;
    DoubleVector c32 = c00;
    DoubleVector c33 = c00;
    int i = ai;
    int j = bi;
    for (int p = 0; p < k; p++) {
      DoubleVector u0 = DoubleVector.fromArray(SPECIES, b, j);
      DoubleVector u1 = DoubleVector.fromArray(SPECIES, b, j + b1);
      DoubleVector u2 = DoubleVector.fromArray(SPECIES, b, j + b2);
      DoubleVector u3 = DoubleVector.fromArray(SPECIES, b, j + b3);
      DoubleVector x = DoubleVector.fromArray(SPECIES, a, i);
      c00 = x.fma(u0, c00);
      c01 = x.fma(u1, c01);
      c02 = x.fma(u2, c02);
      c03 = x.fma(u3, c03);
      x = DoubleVector.fromArray(SPECIES, a, i + a1);
      c10 = x.fma(u0, c10);
      c11 = x.fma(u1, c11);
      c12 = x.fma(u2, c12);
      c13 = x.fma(u3, c13);
      x = DoubleVector.fromArray(SPECIES, a, i + a2);
      c20 = x.fma(u0, c20);
      c21 = x.fma(u1, c21);
      c22 = x.fma(u2, c22);
      c23 = x.fma(u3, c23);
      x = DoubleVector.fromArray(SPECIES, a, i + a3);
      c30 = x.fma(u0, c30);
      c31 = x.fma(u1, c31);
      c32 = x.fma(u2, c32);
      c33 = x.fma(u3, c33);
      i += aStep;
      j += bStep;
    }
    c00.intoArray(y, yi);
    c01.intoArray(y, yi + j1 * yColumn);
    c02.intoArray(y, yi + j2 * yColumn);
    c03.intoArray(y, yi + j3 * yColumn);
    c10.intoArray(y, yi + r1 * yRow);
    c11.intoArray(y, yi + r1 * yRow + j1 * yColumn);
    c12.intoArray(y, yi + r1 * yRow + j2 * yColumn);
    c13.intoArray(y, yi + r1 * yRow + j3 * yColumn);
    c20.intoArray(y, yi + r2 * yRow);
    c21.intoArray(y, yi + r2 * yRow + j1 * yColumn);
    c22.intoArray(y, yi + r2 * yRow + j2 * yColumn);
    c23.intoArray(y, yi + r2 * yRow + j3 * yColumn);
    c30.intoArray(y, yi + r3 * yRow);
    c31.intoArray(y, yi + r3 * yRow + j1 * yColumn);
    c32.intoArray(y, yi + r3 * yRow + j2 * yColumn);
    c33.intoArray(y, yi + r3 * yRow + j3 * yColumn);
  }

  /** Up to 6 rows × 2 columns: 12 chains of the 16 registers of AVX2. */
  void sixByTwo(int rows, int columns, int ai, int bi, int yi, int k) {
    double[] a = this.a;
    double[] b = this.b;
    int aStep = this.aStep;
    int bStep = this.bStep;
    int lastRow = rows - 1;
    int lastColumn = columns - 1;
    int r1 = Math.min(1, lastRow);
    int r2 = Math.min(2, lastRow);
    int r3 = Math.min(3, lastRow);
    int r4 = Math.min(4, lastRow);
    int r5 = Math.min(5, lastRow);
    int j1 = Math.min(1, lastColumn);
    int a1 = r1 * aRow;
    int a2 = r2 * aRow;
    int a3 = r3 * aRow;
    int a4 = r4 * aRow;
    int a5 = r5 * aRow;
    int b1 = j1 * bColumn;
    DoubleVector c00 = DoubleVector.zero(SPECIES);
    DoubleVector c01 = c00;
    DoubleVector c10 = c00;
    DoubleVector c11 = c00;
    DoubleVector c20 = c00;
    DoubleVector c21 = c00;
    DoubleVector c30 = c00;
    DoubleVector c31 = c00;
    DoubleVector c40 = c00;
    DoubleVector c41 = c00;
    DoubleVector c50 = c00;
    DoubleVector c51 = c00;
    int i = ai;
    int j = bi;
    for (int p = 0; p < k; p++) {
      DoubleVector u0 = DoubleVector.fromArray(SPECIES, b, j);
      DoubleVector u1 = DoubleVector.fromArray(SPECIES, b, j + b1);
      DoubleVector x = DoubleVector.fromArray(SPECIES, a, i);
      c00 = x.fma(u0, c00);
      c01 = x.fma(u1, c01);
      x = DoubleVector.fromArray(SPECIES, a, i + a1);
      c10 = x.fma(u0, c10);
      c11 = x.fma(u1, c11);
      x = DoubleVector.fromArray(SPECIES, a, i + a2);
      c20 = x.fma(u0, c20);
      c21 = x.fma(u1, c21);
      x = DoubleVector.fromArray(SPECIES, a, i + a3);
      c30 = x.fma(u0, c30);
      c31 = x.fma(u1, c31);
      x = DoubleVector.fromArray(SPECIES, a, i + a4);
      c40 = x.fma(u0, c40);
      c41 = x.fma(u1, c41);
      x = DoubleVector.fromArray(SPECIES, a, i + a5);
      c50 = x.fma(u0, c50);
      c51 = x.fma(u1, c51);
      i += aStep;
      j += bStep;
    }
    c00.intoArray(y, yi);
    c01.intoArray(y, yi + j1 * yColumn);
    c10.intoArray(y, yi + r1 * yRow);
    c11.intoArray(y, yi + r1 * yRow + j1 * yColumn);
    c20.intoArray(y, yi + r2 * yRow);
    c21.intoArray(y, yi + r2 * yRow + j1 * yColumn);
    c30.intoArray(y, yi + r3 * yRow);
    c31.intoArray(y, yi + r3 * yRow + j1 * yColumn);
    c40.intoArray(y, yi + r4 * yRow);
    c41.intoArray(y, yi + r4 * yRow + j1 * yColumn);
    c50.intoArray(y, yi + r5 * yRow);
    c51.intoArray(y, yi + r5 * yRow + j1 * yColumn);
  }
}

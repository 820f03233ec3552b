package dev.kassei.engine.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loops of a matrix product in float64: a block of y, rows × vectors, stays in
 * registers while k runs. Every number of y is one chain of fused multiply-adds, which continues
 * from {@code start}. A block with fewer rows computes its last row again in place of those that
 * are missing.
 *
 * <p>The loops are written out since a vector stays in a register only as a local variable, and the
 * fields are read before the loop since the compiler does not move them out of it.
 */
final class Float64MicroKernel {
  static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int L = SPECIES.length();

  /** Element (i, p) is at i·aRow + p·aStep. */
  double[] a = {};

  int aRow;
  int aStep;

  /** Row p of a panel is at p·bStep. */
  double[] b = {};

  int bStep;

  /** Where the chains start from, at i·startRow. */
  double[] start = {};

  int startRow;

  /** Overwritten, whole vectors at i·yRow. */
  double[] y = {};

  int yRow;

  /** Up to 8 rows × 2 vectors: 16 chains of the 32 registers of AVX-512 and of ARM. */
  void eightByTwo(int rows, int ai, int bi, int si, int yi, int k) {
    double[] a = this.a;
    double[] b = this.b;
    int aStep = this.aStep;
    int bStep = this.bStep;
    int last = rows - 1;
    int r1 = Math.min(1, last);
    int r2 = Math.min(2, last);
    int r3 = Math.min(3, last);
    int r4 = Math.min(4, last);
    int r5 = Math.min(5, last);
    int r6 = Math.min(6, last);
    int r7 = Math.min(7, last);
    int a1 = r1 * aRow;
    int a2 = r2 * aRow;
    int a3 = r3 * aRow;
    int a4 = r4 * aRow;
    int a5 = r5 * aRow;
    int a6 = r6 * aRow;
    int a7 = r7 * aRow;
    DoubleVector c00 = DoubleVector.fromArray(SPECIES, start, si);
    DoubleVector c01 = DoubleVector.fromArray(SPECIES, start, si + L);
    DoubleVector c10 = DoubleVector.fromArray(SPECIES, start, si + r1 * startRow);
    DoubleVector c11 = DoubleVector.fromArray(SPECIES, start, si + r1 * startRow + L);
    DoubleVector c20 = DoubleVector.fromArray(SPECIES, start, si + r2 * startRow);
    DoubleVector c21 = DoubleVector.fromArray(SPECIES, start, si + r2 * startRow + L);
    DoubleVector c30 = DoubleVector.fromArray(SPECIES, start, si + r3 * startRow);
    DoubleVector c31 = DoubleVector.fromArray(SPECIES, start, si + r3 * startRow + L);
    DoubleVector c40 = DoubleVector.fromArray(SPECIES, start, si + r4 * startRow);
    DoubleVector c41 = DoubleVector.fromArray(SPECIES, start, si + r4 * startRow + L);
    DoubleVector c50 = DoubleVector.fromArray(SPECIES, start, si + r5 * startRow);
    DoubleVector c51 = DoubleVector.fromArray(SPECIES, start, si + r5 * startRow + L);
    DoubleVector c60 = DoubleVector.fromArray(SPECIES, start, si + r6 * startRow);
    DoubleVector c61 = DoubleVector.fromArray(SPECIES, start, si + r6 * startRow + L);
    DoubleVector c70 = DoubleVector.fromArray(SPECIES, start, si + r7 * startRow);
    DoubleVector c71 = DoubleVector.fromArray(SPECIES, start, si + r7 * startRow + L);
    int i = ai;
    int j = bi;
    for (int p = 0; p < k; p++) {
      DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, j);
      DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, j + L);
      DoubleVector x = DoubleVector.broadcast(SPECIES, a[i]);
      c00 = x.fma(b0, c00);
      c01 = x.fma(b1, c01);
      x = DoubleVector.broadcast(SPECIES, a[i + a1]);
      c10 = x.fma(b0, c10);
      c11 = x.fma(b1, c11);
      x = DoubleVector.broadcast(SPECIES, a[i + a2]);
      c20 = x.fma(b0, c20);
      c21 = x.fma(b1, c21);
      x = DoubleVector.broadcast(SPECIES, a[i + a3]);
      c30 = x.fma(b0, c30);
      c31 = x.fma(b1, c31);
      x = DoubleVector.broadcast(SPECIES, a[i + a4]);
      c40 = x.fma(b0, c40);
      c41 = x.fma(b1, c41);
      x = DoubleVector.broadcast(SPECIES, a[i + a5]);
      c50 = x.fma(b0, c50);
      c51 = x.fma(b1, c51);
      x = DoubleVector.broadcast(SPECIES, a[i + a6]);
      c60 = x.fma(b0, c60);
      c61 = x.fma(b1, c61);
      x = DoubleVector.broadcast(SPECIES, a[i + a7]);
      c70 = x.fma(b0, c70);
      c71 = x.fma(b1, c71);
      i += aStep;
      j += bStep;
    }
    c00.intoArray(y, yi);
    c01.intoArray(y, yi + L);
    c10.intoArray(y, yi + r1 * yRow);
    c11.intoArray(y, yi + r1 * yRow + L);
    c20.intoArray(y, yi + r2 * yRow);
    c21.intoArray(y, yi + r2 * yRow + L);
    c30.intoArray(y, yi + r3 * yRow);
    c31.intoArray(y, yi + r3 * yRow + L);
    c40.intoArray(y, yi + r4 * yRow);
    c41.intoArray(y, yi + r4 * yRow + L);
    c50.intoArray(y, yi + r5 * yRow);
    c51.intoArray(y, yi + r5 * yRow + L);
    c60.intoArray(y, yi + r6 * yRow);
    c61.intoArray(y, yi + r6 * yRow + L);
    c70.intoArray(y, yi + r7 * yRow);
    c71.intoArray(y, yi + r7 * yRow + L);
  }

  /** Up to 6 rows × 2 vectors: 12 chains of the 16 registers of AVX2. */
  void sixByTwo(int rows, int ai, int bi, int si, int yi, int k) {
    double[] a = this.a;
    double[] b = this.b;
    int aStep = this.aStep;
    int bStep = this.bStep;
    int last = rows - 1;
    int r1 = Math.min(1, last);
    int r2 = Math.min(2, last);
    int r3 = Math.min(3, last);
    int r4 = Math.min(4, last);
    int r5 = Math.min(5, last);
    int a1 = r1 * aRow;
    int a2 = r2 * aRow;
    int a3 = r3 * aRow;
    int a4 = r4 * aRow;
    int a5 = r5 * aRow;
    DoubleVector c00 = DoubleVector.fromArray(SPECIES, start, si);
    DoubleVector c01 = DoubleVector.fromArray(SPECIES, start, si + L);
    DoubleVector c10 = DoubleVector.fromArray(SPECIES, start, si + r1 * startRow);
    DoubleVector c11 = DoubleVector.fromArray(SPECIES, start, si + r1 * startRow + L);
    DoubleVector c20 = DoubleVector.fromArray(SPECIES, start, si + r2 * startRow);
    DoubleVector c21 = DoubleVector.fromArray(SPECIES, start, si + r2 * startRow + L);
    DoubleVector c30 = DoubleVector.fromArray(SPECIES, start, si + r3 * startRow);
    DoubleVector c31 = DoubleVector.fromArray(SPECIES, start, si + r3 * startRow + L);
    DoubleVector c40 = DoubleVector.fromArray(SPECIES, start, si + r4 * startRow);
    DoubleVector c41 = DoubleVector.fromArray(SPECIES, start, si + r4 * startRow + L);
    DoubleVector c50 = DoubleVector.fromArray(SPECIES, start, si + r5 * startRow);
    DoubleVector c51 = DoubleVector.fromArray(SPECIES, start, si + r5 * startRow + L);
    int i = ai;
    int j = bi;
    for (int p = 0; p < k; p++) {
      DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, j);
      DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, j + L);
      DoubleVector x = DoubleVector.broadcast(SPECIES, a[i]);
      c00 = x.fma(b0, c00);
      c01 = x.fma(b1, c01);
      x = DoubleVector.broadcast(SPECIES, a[i + a1]);
      c10 = x.fma(b0, c10);
      c11 = x.fma(b1, c11);
      x = DoubleVector.broadcast(SPECIES, a[i + a2]);
      c20 = x.fma(b0, c20);
      c21 = x.fma(b1, c21);
      x = DoubleVector.broadcast(SPECIES, a[i + a3]);
      c30 = x.fma(b0, c30);
      c31 = x.fma(b1, c31);
      x = DoubleVector.broadcast(SPECIES, a[i + a4]);
      c40 = x.fma(b0, c40);
      c41 = x.fma(b1, c41);
      x = DoubleVector.broadcast(SPECIES, a[i + a5]);
      c50 = x.fma(b0, c50);
      c51 = x.fma(b1, c51);
      i += aStep;
      j += bStep;
    }
    c00.intoArray(y, yi);
    c01.intoArray(y, yi + L);
    c10.intoArray(y, yi + r1 * yRow);
    c11.intoArray(y, yi + r1 * yRow + L);
    c20.intoArray(y, yi + r2 * yRow);
    c21.intoArray(y, yi + r2 * yRow + L);
    c30.intoArray(y, yi + r3 * yRow);
    c31.intoArray(y, yi + r3 * yRow + L);
    c40.intoArray(y, yi + r4 * yRow);
    c41.intoArray(y, yi + r4 * yRow + L);
    c50.intoArray(y, yi + r5 * yRow);
    c51.intoArray(y, yi + r5 * yRow + L);
  }

  /** Up to 4 rows × 2 vectors, for the last ones where there are 16 registers. */
  void fourByTwo(int rows, int ai, int bi, int si, int yi, int k) {
    double[] a = this.a;
    double[] b = this.b;
    int aStep = this.aStep;
    int bStep = this.bStep;
    int last = rows - 1;
    int r1 = Math.min(1, last);
    int r2 = Math.min(2, last);
    int r3 = Math.min(3, last);
    int a1 = r1 * aRow;
    int a2 = r2 * aRow;
    int a3 = r3 * aRow;
    DoubleVector c00 = DoubleVector.fromArray(SPECIES, start, si);
    DoubleVector c01 = DoubleVector.fromArray(SPECIES, start, si + L);
    DoubleVector c10 = DoubleVector.fromArray(SPECIES, start, si + r1 * startRow);
    DoubleVector c11 = DoubleVector.fromArray(SPECIES, start, si + r1 * startRow + L);
    DoubleVector c20 = DoubleVector.fromArray(SPECIES, start, si + r2 * startRow);
    DoubleVector c21 = DoubleVector.fromArray(SPECIES, start, si + r2 * startRow + L);
    DoubleVector c30 = DoubleVector.fromArray(SPECIES, start, si + r3 * startRow);
    DoubleVector c31 = DoubleVector.fromArray(SPECIES, start, si + r3 * startRow + L);
    int i = ai;
    int j = bi;
    for (int p = 0; p < k; p++) {
      DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, j);
      DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, j + L);
      DoubleVector x = DoubleVector.broadcast(SPECIES, a[i]);
      c00 = x.fma(b0, c00);
      c01 = x.fma(b1, c01);
      x = DoubleVector.broadcast(SPECIES, a[i + a1]);
      c10 = x.fma(b0, c10);
      c11 = x.fma(b1, c11);
      x = DoubleVector.broadcast(SPECIES, a[i + a2]);
      c20 = x.fma(b0, c20);
      c21 = x.fma(b1, c21);
      x = DoubleVector.broadcast(SPECIES, a[i + a3]);
      c30 = x.fma(b0, c30);
      c31 = x.fma(b1, c31);
      i += aStep;
      j += bStep;
    }
    c00.intoArray(y, yi);
    c01.intoArray(y, yi + L);
    c10.intoArray(y, yi + r1 * yRow);
    c11.intoArray(y, yi + r1 * yRow + L);
    c20.intoArray(y, yi + r2 * yRow);
    c21.intoArray(y, yi + r2 * yRow + L);
    c30.intoArray(y, yi + r3 * yRow);
    c31.intoArray(y, yi + r3 * yRow + L);
  }

  /** Up to 8 rows × 1 vector. */
  void eightByOne(int rows, int ai, int bi, int si, int yi, int k) {
    double[] a = this.a;
    double[] b = this.b;
    int aStep = this.aStep;
    int bStep = this.bStep;
    int last = rows - 1;
    int r1 = Math.min(1, last);
    int r2 = Math.min(2, last);
    int r3 = Math.min(3, last);
    int r4 = Math.min(4, last);
    int r5 = Math.min(5, last);
    int r6 = Math.min(6, last);
    int r7 = Math.min(7, last);
    int a1 = r1 * aRow;
    int a2 = r2 * aRow;
    int a3 = r3 * aRow;
    int a4 = r4 * aRow;
    int a5 = r5 * aRow;
    int a6 = r6 * aRow;
    int a7 = r7 * aRow;
    DoubleVector c00 = DoubleVector.fromArray(SPECIES, start, si);
    DoubleVector c10 = DoubleVector.fromArray(SPECIES, start, si + r1 * startRow);
    DoubleVector c20 = DoubleVector.fromArray(SPECIES, start, si + r2 * startRow);
    DoubleVector c30 = DoubleVector.fromArray(SPECIES, start, si + r3 * startRow);
    DoubleVector c40 = DoubleVector.fromArray(SPECIES, start, si + r4 * startRow);
    DoubleVector c50 = DoubleVector.fromArray(SPECIES, start, si + r5 * startRow);
    DoubleVector c60 = DoubleVector.fromArray(SPECIES, start, si + r6 * startRow);
    DoubleVector c70 = DoubleVector.fromArray(SPECIES, start, si + r7 * startRow);
    int i = ai;
    int j = bi;
    for (int p = 0; p < k; p++) {
      DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, j);
      DoubleVector x = DoubleVector.broadcast(SPECIES, a[i]);
      c00 = x.fma(b0, c00);
      x = DoubleVector.broadcast(SPECIES, a[i + a1]);
      c10 = x.fma(b0, c10);
      x = DoubleVector.broadcast(SPECIES, a[i + a2]);
      c20 = x.fma(b0, c20);
      x = DoubleVector.broadcast(SPECIES, a[i + a3]);
      c30 = x.fma(b0, c30);
      x = DoubleVector.broadcast(SPECIES, a[i + a4]);
      c40 = x.fma(b0, c40);
      x = DoubleVector.broadcast(SPECIES, a[i + a5]);
      c50 = x.fma(b0, c50);
      x = DoubleVector.broadcast(SPECIES, a[i + a6]);
      c60 = x.fma(b0, c60);
      x = DoubleVector.broadcast(SPECIES, a[i + a7]);
      c70 = x.fma(b0, c70);
      i += aStep;
      j += bStep;
    }
    c00.intoArray(y, yi);
    c10.intoArray(y, yi + r1 * yRow);
    c20.intoArray(y, yi + r2 * yRow);
    c30.intoArray(y, yi + r3 * yRow);
    c40.intoArray(y, yi + r4 * yRow);
    c50.intoArray(y, yi + r5 * yRow);
    c60.intoArray(y, yi + r6 * yRow);
    c70.intoArray(y, yi + r7 * yRow);
  }

  /** 1 row × 4 vectors. */
  void oneByFour(int ai, int bi, int si, int yi, int k) {
    double[] a = this.a;
    double[] b = this.b;
    int aStep = this.aStep;
    int bStep = this.bStep;
    DoubleVector c00 = DoubleVector.fromArray(SPECIES, start, si);
    DoubleVector c01 = DoubleVector.fromArray(SPECIES, start, si + L);
    DoubleVector c02 = DoubleVector.fromArray(SPECIES, start, si + 2 * L);
    DoubleVector c03 = DoubleVector.fromArray(SPECIES, start, si + 3 * L);
    int i = ai;
    int j = bi;
    for (int p = 0; p < k; p++) {
      DoubleVector x = DoubleVector.broadcast(SPECIES, a[i]);
      c00 = x.fma(DoubleVector.fromArray(SPECIES, b, j), c00);
      c01 = x.fma(DoubleVector.fromArray(SPECIES, b, j + L), c01);
      c02 = x.fma(DoubleVector.fromArray(SPECIES, b, j + 2 * L), c02);
      c03 = x.fma(DoubleVector.fromArray(SPECIES, b, j + 3 * L), c03);
      i += aStep;
      j += bStep;
    }
    c00.intoArray(y, yi);
    c01.intoArray(y, yi + L);
    c02.intoArray(y, yi + 2 * L);
    c03.intoArray(y, yi + 3 * L);
  }
}

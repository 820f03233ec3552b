package dev.kassei.engine.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loops of a matrix product in float64 whose left operand is what windows see: as
 * those of {@link Float64MicroKernel}, but the left operand is read where it is, element (i, p) at
 * rows[i] + steps[p].
 */
final class Float64WindowKernel {
  static final VectorSpecies<Double> SPECIES = Float64MicroKernel.SPECIES;
  private static final int L = SPECIES.length();

  double[] a = {};
  int[] rows = {};
  int[] steps = {};

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
  void eightByTwo(int count, int row, int step, int ai, int bi, int si, int yi, int k) {
    double[] a = this.a;
    double[] b = this.b;
    int[] steps = this.steps;
    int bStep = this.bStep;
    int last = count - 1;
    int r1 = Math.min(1, last);
    int r2 = Math.min(2, last);
    int r3 = Math.min(3, last);
    int r4 = Math.min(4, last);
    int r5 = Math.min(5, last);
    int r6 = Math.min(6, last);
    int r7 = Math.min(7, last);
    int a0 = ai + rows[row];
    int a1 = ai + rows[row + r1];
    int a2 = ai + rows[row + r2];
    int a3 = ai + rows[row + r3];
    int a4 = ai + rows[row + r4];
    int a5 = ai + rows[row + r5];
    int a6 = ai + rows[row + r6];
    int a7 = ai + rows[row + r7];
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
    int j = bi;
    for (int p = step; p < step + k; p++) {
      int i = steps[p];
      DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, j);
      DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, j + L);
      DoubleVector x = DoubleVector.broadcast(SPECIES, a[a0 + i]);
      c00 = x.fma(b0, c00);
      c01 = x.fma(b1, c01);
      x = DoubleVector.broadcast(SPECIES, a[a1 + i]);
      c10 = x.fma(b0, c10);
      c11 = x.fma(b1, c11);
      x = DoubleVector.broadcast(SPECIES, a[a2 + i]);
      c20 = x.fma(b0, c20);
      c21 = x.fma(b1, c21);
      x = DoubleVector.broadcast(SPECIES, a[a3 + i]);
      c30 = x.fma(b0, c30);
      c31 = x.fma(b1, c31);
      x = DoubleVector.broadcast(SPECIES, a[a4 + i]);
      c40 = x.fma(b0, c40);
      c41 = x.fma(b1, c41);
      x = DoubleVector.broadcast(SPECIES, a[a5 + i]);
      c50 = x.fma(b0, c50);
      c51 = x.fma(b1, c51);
      x = DoubleVector.broadcast(SPECIES, a[a6 + i]);
      c60 = x.fma(b0, c60);
      c61 = x.fma(b1, c61);
      x = DoubleVector.broadcast(SPECIES, a[a7 + i]);
      c70 = x.fma(b0, c70);
      c71 = x.fma(b1, c71);
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
  void sixByTwo(int count, int row, int step, int ai, int bi, int si, int yi, int k) {
    double[] a = this.a;
    double[] b = this.b;
    int[] steps = this.steps;
    int bStep = this.bStep;
    int last = count - 1;
    int r1 = Math.min(1, last);
    int r2 = Math.min(2, last);
    int r3 = Math.min(3, last);
    int r4 = Math.min(4, last);
    int r5 = Math.min(5, last);
    int a0 = ai + rows[row];
    int a1 = ai + rows[row + r1];
    int a2 = ai + rows[row + r2];
    int a3 = ai + rows[row + r3];
    int a4 = ai + rows[row + r4];
    int a5 = ai + rows[row + r5];
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
    int j = bi;
    for (int p = step; p < step + k; p++) {
      int i = steps[p];
      DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, j);
      DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, j + L);
      DoubleVector x = DoubleVector.broadcast(SPECIES, a[a0 + i]);
      c00 = x.fma(b0, c00);
      c01 = x.fma(b1, c01);
      x = DoubleVector.broadcast(SPECIES, a[a1 + i]);
      c10 = x.fma(b0, c10);
      c11 = x.fma(b1, c11);
      x = DoubleVector.broadcast(SPECIES, a[a2 + i]);
      c20 = x.fma(b0, c20);
      c21 = x.fma(b1, c21);
      x = DoubleVector.broadcast(SPECIES, a[a3 + i]);
      c30 = x.fma(b0, c30);
      c31 = x.fma(b1, c31);
      x = DoubleVector.broadcast(SPECIES, a[a4 + i]);
      c40 = x.fma(b0, c40);
      c41 = x.fma(b1, c41);
      x = DoubleVector.broadcast(SPECIES, a[a5 + i]);
      c50 = x.fma(b0, c50);
      c51 = x.fma(b1, c51);
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

  /** Up to 13 rows × 1 vector: two blocks for the 25 taps of 5 × 5. */
  void thirteenByOne(int count, int row, int step, int ai, int bi, int si, int yi, int k) {
    double[] a = this.a;
    double[] b = this.b;
    int[] steps = this.steps;
    int bStep = this.bStep;
    int last = count - 1;
    int r1 = Math.min(1, last);
    int r2 = Math.min(2, last);
    int r3 = Math.min(3, last);
    int r4 = Math.min(4, last);
    int r5 = Math.min(5, last);
    int r6 = Math.min(6, last);
    int r7 = Math.min(7, last);
    int r8 = Math.min(8, last);
    int r9 = Math.min(9, last);
    int r10 = Math.min(10, last);
    int r11 = Math.min(11, last);
    int r12 = Math.min(12, last);
    int a0 = ai + rows[row];
    int a1 = ai + rows[row + r1];
    int a2 = ai + rows[row + r2];
    int a3 = ai + rows[row + r3];
    int a4 = ai + rows[row + r4];
    int a5 = ai + rows[row + r5];
    int a6 = ai + rows[row + r6];
    int a7 = ai + rows[row + r7];
    int a8 = ai + rows[row + r8];
    int a9 = ai + rows[row + r9];
    int a10 = ai + rows[row + r10];
    int a11 = ai + rows[row + r11];
    int a12 = ai + rows[row + r12];
    DoubleVector c0 = DoubleVector.fromArray(SPECIES, start, si);
    DoubleVector c1 = DoubleVector.fromArray(SPECIES, start, si + r1 * startRow);
    DoubleVector c2 = DoubleVector.fromArray(SPECIES, start, si + r2 * startRow);
    DoubleVector c3 = DoubleVector.fromArray(SPECIES, start, si + r3 * startRow);
    DoubleVector c4 = DoubleVector.fromArray(SPECIES, start, si + r4 * startRow);
    DoubleVector c5 = DoubleVector.fromArray(SPECIES, start, si + r5 * startRow);
    DoubleVector c6 = DoubleVector.fromArray(SPECIES, start, si + r6 * startRow);
    DoubleVector c7 = DoubleVector.fromArray(SPECIES, start, si + r7 * startRow);
    DoubleVector c8 = DoubleVector.fromArray(SPECIES, start, si + r8 * startRow);
    DoubleVector c9 = DoubleVector.fromArray(SPECIES, start, si + r9 * startRow);
    DoubleVector c10 = DoubleVector.fromArray(SPECIES, start, si + r10 * startRow);
    DoubleVector c11 = DoubleVector.fromArray(SPECIES, start, si + r11 * startRow);
    DoubleVector c12 = DoubleVector.fromArray(SPECIES, start, si + r12 * startRow);
    int j = bi;
    for (int p = step; p < step + k; p++) {
      int i = steps[p];
      DoubleVector u = DoubleVector.fromArray(SPECIES, b, j);
      c0 = DoubleVector.broadcast(SPECIES, a[a0 + i]).fma(u, c0);
      c1 = DoubleVector.broadcast(SPECIES, a[a1 + i]).fma(u, c1);
      c2 = DoubleVector.broadcast(SPECIES, a[a2 + i]).fma(u, c2);
      c3 = DoubleVector.broadcast(SPECIES, a[a3 + i]).fma(u, c3);
      c4 = DoubleVector.broadcast(SPECIES, a[a4 + i]).fma(u, c4);
      c5 = DoubleVector.broadcast(SPECIES, a[a5 + i]).fma(u, c5);
      c6 = DoubleVector.broadcast(SPECIES, a[a6 + i]).fma(u, c6);
      c7 = DoubleVector.broadcast(SPECIES, a[a7 + i]).fma(u, c7);
      c8 = DoubleVector.broadcast(SPECIES, a[a8 + i]).fma(u, c8);
      c9 = DoubleVector.broadcast(SPECIES, a[a9 + i]).fma(u, c9);
      c10 = DoubleVector.broadcast(SPECIES, a[a10 + i]).fma(u, c10);
      c11 = DoubleVector.broadcast(SPECIES, a[a11 + i]).fma(u, c11);
      c12 = DoubleVector.broadcast(SPECIES, a[a12 + i]).fma(u, c12);
      j += bStep;
    }
    c0.intoArray(y, yi);
    c1.intoArray(y, yi + r1 * yRow);
    c2.intoArray(y, yi + r2 * yRow);
    c3.intoArray(y, yi + r3 * yRow);
    c4.intoArray(y, yi + r4 * yRow);
    c5.intoArray(y, yi + r5 * yRow);
    c6.intoArray(y, yi + r6 * yRow);
    c7.intoArray(y, yi + r7 * yRow);
    c8.intoArray(y, yi + r8 * yRow);
    c9.intoArray(y, yi + r9 * yRow);
    c10.intoArray(y, yi + r10 * yRow);
    c11.intoArray(y, yi + r11 * yRow);
    c12.intoArray(y, yi + r12 * yRow);
  }
}

// Made by FloatTwin from its float64 twin; change that one.
package dev.kassei.engine.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loops of a matrix product in float32 whose left operand is what windows see: as
 * those of {@link Float32MicroKernel}, but the left operand is read where it is, element (i, p) at
 * rows[i] + steps[p].
 */
final class Float32WindowKernel {
  static final VectorSpecies<Float> SPECIES = Float32MicroKernel.SPECIES;
  private static final int L = SPECIES.length();

  float[] a = {};
  int[] rows = {};
  int[] steps = {};

  /** Row p of a panel is at p·bStep. */
  float[] b = {};

  int bStep;

  /** Where the chains start from, at i·startRow. */
  float[] start = {};

  int startRow;

  /** Overwritten, whole vectors at i·yRow. */
  float[] y = {};

  int yRow;

  /** Up to 8 rows × 2 vectors: 16 chains of the 32 registers of AVX-512 and of ARM. */
  void eightByTwo(int count, int row, int step, int ai, int bi, int si, int yi, int k) {
    float[] a = this.a;
    float[] b = this.b;
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
    FloatVector c00 = FloatVector.fromArray(SPECIES, start, si);
    FloatVector c01 = FloatVector.fromArray(SPECIES, start, si + L);
    FloatVector c10 = FloatVector.fromArray(SPECIES, start, si + r1 * startRow);
    FloatVector c11 = FloatVector.fromArray(SPECIES, start, si + r1 * startRow + L);
    FloatVector c20 = FloatVector.fromArray(SPECIES, start, si + r2 * startRow);
    FloatVector c21 = FloatVector.fromArray(SPECIES, start, si + r2 * startRow + L);
    FloatVector c30 = FloatVector.fromArray(SPECIES, start, si + r3 * startRow);
    FloatVector c31 = FloatVector.fromArray(SPECIES, start, si + r3 * startRow + L);
    FloatVector c40 = FloatVector.fromArray(SPECIES, start, si + r4 * startRow);
    FloatVector c41 = FloatVector.fromArray(SPECIES, start, si + r4 * startRow + L);
    FloatVector c50 = FloatVector.fromArray(SPECIES, start, si + r5 * startRow);
    FloatVector c51 = FloatVector.fromArray(SPECIES, start, si + r5 * startRow + L);
    FloatVector c60 = FloatVector.fromArray(SPECIES, start, si + r6 * startRow);
    FloatVector c61 = FloatVector.fromArray(SPECIES, start, si + r6 * startRow + L);
    FloatVector c70 = FloatVector.fromArray(SPECIES, start, si + r7 * startRow);
    FloatVector c71 = FloatVector.fromArray(SPECIES, start, si + r7 * startRow + L);
    int j = bi;
    for (int p = step; p < step + k; p++) {
      int i = steps[p];
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, j);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, j + L);
      FloatVector x = FloatVector.broadcast(SPECIES, a[a0 + i]);
      c00 = x.fma(b0, c00);
      c01 = x.fma(b1, c01);
      x = FloatVector.broadcast(SPECIES, a[a1 + i]);
      c10 = x.fma(b0, c10);
      c11 = x.fma(b1, c11);
      x = FloatVector.broadcast(SPECIES, a[a2 + i]);
      c20 = x.fma(b0, c20);
      c21 = x.fma(b1, c21);
      x = FloatVector.broadcast(SPECIES, a[a3 + i]);
      c30 = x.fma(b0, c30);
      c31 = x.fma(b1, c31);
      x = FloatVector.broadcast(SPECIES, a[a4 + i]);
      c40 = x.fma(b0, c40);
      c41 = x.fma(b1, c41);
      x = FloatVector.broadcast(SPECIES, a[a5 + i]);
      c50 = x.fma(b0, c50);
      c51 = x.fma(b1, c51);
      x = FloatVector.broadcast(SPECIES, a[a6 + i]);
      c60 = x.fma(b0, c60);
      c61 = x.fma(b1, c61);
      x = FloatVector.broadcast(SPECIES, a[a7 + i]);
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
    float[] a = this.a;
    float[] b = this.b;
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
    FloatVector c00 = FloatVector.fromArray(SPECIES, start, si);
    FloatVector c01 = FloatVector.fromArray(SPECIES, start, si + L);
    FloatVector c10 = FloatVector.fromArray(SPECIES, start, si + r1 * startRow);
    FloatVector c11 = FloatVector.fromArray(SPECIES, start, si + r1 * startRow + L);
    FloatVector c20 = FloatVector.fromArray(SPECIES, start, si + r2 * startRow);
    FloatVector c21 = FloatVector.fromArray(SPECIES, start, si + r2 * startRow + L);
    FloatVector c30 = FloatVector.fromArray(SPECIES, start, si + r3 * startRow);
    FloatVector c31 = FloatVector.fromArray(SPECIES, start, si + r3 * startRow + L);
    FloatVector c40 = FloatVector.fromArray(SPECIES, start, si + r4 * startRow);
    FloatVector c41 = FloatVector.fromArray(SPECIES, start, si + r4 * startRow + L);
    FloatVector c50 = FloatVector.fromArray(SPECIES, start, si + r5 * startRow);
    FloatVector c51 = FloatVector.fromArray(SPECIES, start, si + r5 * startRow + L);
    int j = bi;
    for (int p = step; p < step + k; p++) {
      int i = steps[p];
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, j);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, j + L);
      FloatVector x = FloatVector.broadcast(SPECIES, a[a0 + i]);
      c00 = x.fma(b0, c00);
      c01 = x.fma(b1, c01);
      x = FloatVector.broadcast(SPECIES, a[a1 + i]);
      c10 = x.fma(b0, c10);
      c11 = x.fma(b1, c11);
      x = FloatVector.broadcast(SPECIES, a[a2 + i]);
      c20 = x.fma(b0, c20);
      c21 = x.fma(b1, c21);
      x = FloatVector.broadcast(SPECIES, a[a3 + i]);
      c30 = x.fma(b0, c30);
      c31 = x.fma(b1, c31);
      x = FloatVector.broadcast(SPECIES, a[a4 + i]);
      c40 = x.fma(b0, c40);
      c41 = x.fma(b1, c41);
      x = FloatVector.broadcast(SPECIES, a[a5 + i]);
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
    float[] a = this.a;
    float[] b = this.b;
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
    FloatVector c0 = FloatVector.fromArray(SPECIES, start, si);
    FloatVector c1 = FloatVector.fromArray(SPECIES, start, si + r1 * startRow);
    FloatVector c2 = FloatVector.fromArray(SPECIES, start, si + r2 * startRow);
    FloatVector c3 = FloatVector.fromArray(SPECIES, start, si + r3 * startRow);
    FloatVector c4 = FloatVector.fromArray(SPECIES, start, si + r4 * startRow);
    FloatVector c5 = FloatVector.fromArray(SPECIES, start, si + r5 * startRow);
    FloatVector c6 = FloatVector.fromArray(SPECIES, start, si + r6 * startRow);
    FloatVector c7 = FloatVector.fromArray(SPECIES, start, si + r7 * startRow);
    FloatVector c8 = FloatVector.fromArray(SPECIES, start, si + r8 * startRow);
    FloatVector c9 = FloatVector.fromArray(SPECIES, start, si + r9 * startRow);
    FloatVector c10 = FloatVector.fromArray(SPECIES, start, si + r10 * startRow);
    FloatVector c11 = FloatVector.fromArray(SPECIES, start, si + r11 * startRow);
    FloatVector c12 = FloatVector.fromArray(SPECIES, start, si + r12 * startRow);
    int j = bi;
    for (int p = step; p < step + k; p++) {
      int i = steps[p];
      FloatVector u = FloatVector.fromArray(SPECIES, b, j);
      c0 = FloatVector.broadcast(SPECIES, a[a0 + i]).fma(u, c0);
      c1 = FloatVector.broadcast(SPECIES, a[a1 + i]).fma(u, c1);
      c2 = FloatVector.broadcast(SPECIES, a[a2 + i]).fma(u, c2);
      c3 = FloatVector.broadcast(SPECIES, a[a3 + i]).fma(u, c3);
      c4 = FloatVector.broadcast(SPECIES, a[a4 + i]).fma(u, c4);
      c5 = FloatVector.broadcast(SPECIES, a[a5 + i]).fma(u, c5);
      c6 = FloatVector.broadcast(SPECIES, a[a6 + i]).fma(u, c6);
      c7 = FloatVector.broadcast(SPECIES, a[a7 + i]).fma(u, c7);
      c8 = FloatVector.broadcast(SPECIES, a[a8 + i]).fma(u, c8);
      c9 = FloatVector.broadcast(SPECIES, a[a9 + i]).fma(u, c9);
      c10 = FloatVector.broadcast(SPECIES, a[a10 + i]).fma(u, c10);
      c11 = FloatVector.broadcast(SPECIES, a[a11 + i]).fma(u, c11);
      c12 = FloatVector.broadcast(SPECIES, a[a12 + i]).fma(u, c12);
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

package dev.kassei.engine.kernel.vector;

/** Inner products of rows with one vector in float64: eight chains at once. */
final class Float64Dots {
  private static final int ROWS = 8;

  private Float64Dots() {}

  /** y = the rows {@code from} to {@code to} of a, each of k numbers, times x at {@code xi}. */
  static void rows(double[] a, int from, int to, double[] x, int xi, double[] y, int yi, int k) {
    for (int i = from; i < to; i += ROWS) {
      eight(a, i * k, Math.min(ROWS, to - i), x, xi, y, yi + i, k);
    }
  }

  /** Up to eight; the last row again in place of those that are missing. */
  private static void eight(
      double[] a, int ai, int rows, double[] x, int xi, double[] y, int yi, int k) {
    int last = rows - 1;
    int r1 = Math.min(1, last);
    int r2 = Math.min(2, last);
    int r3 = Math.min(3, last);
    int r4 = Math.min(4, last);
    int r5 = Math.min(5, last);
    int r6 = Math.min(6, last);
    int r7 = Math.min(7, last);
    double c0 = 0.0;
    double c1 = 0.0;
    double c2 = 0.0;
    double c3 = 0.0;
    double c4 = 0.0;
    double c5 = 0.0;
    double c6 = 0.0;
    double c7 = 0.0;
    for (int p = 0; p < k; p++) {
      double u = x[xi + p];
      int i = ai + p;
      c0 = Math.fma(a[i], u, c0);
      c1 = Math.fma(a[i + r1 * k], u, c1);
      c2 = Math.fma(a[i + r2 * k], u, c2);
      c3 = Math.fma(a[i + r3 * k], u, c3);
      c4 = Math.fma(a[i + r4 * k], u, c4);
      c5 = Math.fma(a[i + r5 * k], u, c5);
      c6 = Math.fma(a[i + r6 * k], u, c6);
      c7 = Math.fma(a[i + r7 * k], u, c7);
    }
    y[yi] = c0;
    y[yi + r1] = c1;
    y[yi + r2] = c2;
    y[yi + r3] = c3;
    y[yi + r4] = c4;
    y[yi + r5] = c5;
    y[yi + r6] = c6;
    y[yi + r7] = c7;
  }
}

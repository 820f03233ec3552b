// Made by FloatTwin from its float64 twin; change that one.
package dev.kassei.engine.kernel;

/** Several pointwise operations in one loop, in float32. */
final class Float32Fused {
  private Float32Fused() {}

  static void run(Fused fused, float[] y, int yi, float[][] x, int[] xi, int n) {
    float[] a = x[0];
    float[] b = x[1];
    float[] c = x[2];
    int ai = xi[0];
    int bi = xi[1];
    int ci = xi[2];
    switch (fused) {
      case ROOT_DESCENT -> rootDescent(y, yi, a, ai, b, bi, c, ci, x[3], xi[3], x[4], xi[4], n);
      case WEIGHTED_SQUARES -> weightedSquares(y, yi, a, ai, b, bi, c, ci, x[3], xi[3], n);
      case WEIGHTED_SUM -> weightedSum(y, yi, a, ai, b, bi, c, ci, x[3], xi[3], n);
      case PRODUCT_SUM -> productSum(y, yi, a, ai, b, bi, c, ci, n);
      case DESCENT -> descent(y, yi, a, ai, b, bi, c, ci, n);
      case MAXIMUM_SUM -> maximumSum(y, yi, a, ai, b, bi, c, ci, n);
      case TRIPLE_PRODUCT -> tripleProduct(y, yi, a, ai, b, bi, c, ci, n);
      default -> throw new IllegalArgumentException(fused + " is a single operation");
    }
  }

  private static void rootDescent(
      float[] y,
      int yi,
      float[] a,
      int ai,
      float[] b,
      int bi,
      float[] c,
      int ci,
      float[] d,
      int di,
      float[] e,
      int ei,
      int n) {
    for (int i = 0; i < n; i++) {
      float root = (float) Math.sqrt(d[di + i]);
      y[yi + i] = a[ai + i] - b[bi + i] * c[ci + i] / (root + e[ei + i]);
    }
  }

  private static void weightedSquares(
      float[] y,
      int yi,
      float[] a,
      int ai,
      float[] b,
      int bi,
      float[] c,
      int ci,
      float[] d,
      int di,
      int n) {
    for (int i = 0; i < n; i++) {
      float square = c[ci + i] * c[ci + i];
      y[yi + i] = a[ai + i] * b[bi + i] + square * d[di + i];
    }
  }

  private static void weightedSum(
      float[] y,
      int yi,
      float[] a,
      int ai,
      float[] b,
      int bi,
      float[] c,
      int ci,
      float[] d,
      int di,
      int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = a[ai + i] * b[bi + i] + c[ci + i] * d[di + i];
    }
  }

  private static void productSum(
      float[] y, int yi, float[] a, int ai, float[] b, int bi, float[] c, int ci, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = a[ai + i] * b[bi + i] + c[ci + i];
    }
  }

  private static void descent(
      float[] y, int yi, float[] a, int ai, float[] b, int bi, float[] c, int ci, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = a[ai + i] - b[bi + i] * c[ci + i];
    }
  }

  private static void maximumSum(
      float[] y, int yi, float[] a, int ai, float[] b, int bi, float[] c, int ci, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = Math.max(a[ai + i], b[bi + i]) + c[ci + i];
    }
  }

  private static void tripleProduct(
      float[] y, int yi, float[] a, int ai, float[] b, int bi, float[] c, int ci, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = a[ai + i] * b[bi + i] * c[ci + i];
    }
  }
}

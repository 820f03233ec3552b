package dev.kassei.engine.kernel;

/** Several pointwise operations in one loop, in float64. */
final class Float64Fused {
  private Float64Fused() {}

  static void run(Fused fused, double[] y, int yi, double[][] x, int[] xi, int n) {
    double[] a = x[0];
    double[] b = x[1];
    double[] c = x[2];
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
      double[] y,
      int yi,
      double[] a,
      int ai,
      double[] b,
      int bi,
      double[] c,
      int ci,
      double[] d,
      int di,
      double[] e,
      int ei,
      int n) {
    for (int i = 0; i < n; i++) {
      double root = Math.sqrt(d[di + i]);
      y[yi + i] = a[ai + i] - b[bi + i] * c[ci + i] / (root + e[ei + i]);
    }
  }

  private static void weightedSquares(
      double[] y,
      int yi,
      double[] a,
      int ai,
      double[] b,
      int bi,
      double[] c,
      int ci,
      double[] d,
      int di,
      int n) {
    for (int i = 0; i < n; i++) {
      double square = c[ci + i] * c[ci + i];
      y[yi + i] = a[ai + i] * b[bi + i] + square * d[di + i];
    }
  }

  private static void weightedSum(
      double[] y,
      int yi,
      double[] a,
      int ai,
      double[] b,
      int bi,
      double[] c,
      int ci,
      double[] d,
      int di,
      int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = a[ai + i] * b[bi + i] + c[ci + i] * d[di + i];
    }
  }

  private static void productSum(
      double[] y, int yi, double[] a, int ai, double[] b, int bi, double[] c, int ci, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = a[ai + i] * b[bi + i] + c[ci + i];
    }
  }

  private static void descent(
      double[] y, int yi, double[] a, int ai, double[] b, int bi, double[] c, int ci, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = a[ai + i] - b[bi + i] * c[ci + i];
    }
  }

  private static void maximumSum(
      double[] y, int yi, double[] a, int ai, double[] b, int bi, double[] c, int ci, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = Math.max(a[ai + i], b[bi + i]) + c[ci + i];
    }
  }

  private static void tripleProduct(
      double[] y, int yi, double[] a, int ai, double[] b, int bi, double[] c, int ci, int n) {
    for (int i = 0; i < n; i++) {
      y[yi + i] = a[ai + i] * b[bi + i] * c[ci + i];
    }
  }
}

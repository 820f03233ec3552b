package dev.kassei.engine.kernel.vector;

import dev.kassei.engine.kernel.Fused;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Several pointwise operations in one loop over whole vectors of float64 numbers, each operation
 * rounded: the operands start {@code from} values later than their places say.
 */
final class Float64VectorFused {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LENGTH = SPECIES.length();

  private Float64VectorFused() {}

  static void run(Fused fused, double[] y, int yi, double[][] x, int[] xi, int from, int n) {
    double[] a = x[0];
    double[] b = x[1];
    double[] c = x[2];
    int ai = xi[0] + from;
    int bi = xi[1] + from;
    int ci = xi[2] + from;
    switch (fused) {
      case ROOT_DESCENT ->
          rootDescent(y, yi, a, ai, b, bi, c, ci, x[3], xi[3] + from, x[4], xi[4] + from, n);
      case WEIGHTED_SQUARES -> weightedSquares(y, yi, a, ai, b, bi, c, ci, x[3], xi[3] + from, n);
      case WEIGHTED_SUM -> weightedSum(y, yi, a, ai, b, bi, c, ci, x[3], xi[3] + from, n);
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
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector s = DoubleVector.fromArray(SPECIES, a, ai + i);
      DoubleVector t = DoubleVector.fromArray(SPECIES, b, bi + i);
      DoubleVector u = DoubleVector.fromArray(SPECIES, c, ci + i);
      DoubleVector v = DoubleVector.fromArray(SPECIES, d, di + i);
      DoubleVector w = DoubleVector.fromArray(SPECIES, e, ei + i);
      s.sub(t.mul(u).div(v.sqrt().add(w))).intoArray(y, yi + i);
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
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector s = DoubleVector.fromArray(SPECIES, a, ai + i);
      DoubleVector t = DoubleVector.fromArray(SPECIES, b, bi + i);
      DoubleVector u = DoubleVector.fromArray(SPECIES, c, ci + i);
      DoubleVector v = DoubleVector.fromArray(SPECIES, d, di + i);
      s.mul(t).add(u.mul(u).mul(v)).intoArray(y, yi + i);
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
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector s = DoubleVector.fromArray(SPECIES, a, ai + i);
      DoubleVector t = DoubleVector.fromArray(SPECIES, b, bi + i);
      DoubleVector u = DoubleVector.fromArray(SPECIES, c, ci + i);
      DoubleVector v = DoubleVector.fromArray(SPECIES, d, di + i);
      s.mul(t).add(u.mul(v)).intoArray(y, yi + i);
    }
  }

  private static void productSum(
      double[] y, int yi, double[] a, int ai, double[] b, int bi, double[] c, int ci, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector s = DoubleVector.fromArray(SPECIES, a, ai + i);
      DoubleVector t = DoubleVector.fromArray(SPECIES, b, bi + i);
      DoubleVector u = DoubleVector.fromArray(SPECIES, c, ci + i);
      s.mul(t).add(u).intoArray(y, yi + i);
    }
  }

  private static void descent(
      double[] y, int yi, double[] a, int ai, double[] b, int bi, double[] c, int ci, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector s = DoubleVector.fromArray(SPECIES, a, ai + i);
      DoubleVector t = DoubleVector.fromArray(SPECIES, b, bi + i);
      DoubleVector u = DoubleVector.fromArray(SPECIES, c, ci + i);
      s.sub(t.mul(u)).intoArray(y, yi + i);
    }
  }

  private static void maximumSum(
      double[] y, int yi, double[] a, int ai, double[] b, int bi, double[] c, int ci, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector s = DoubleVector.fromArray(SPECIES, a, ai + i);
      DoubleVector t = DoubleVector.fromArray(SPECIES, b, bi + i);
      DoubleVector u = DoubleVector.fromArray(SPECIES, c, ci + i);
      s.max(t).add(u).intoArray(y, yi + i);
    }
  }

  private static void tripleProduct(
      double[] y, int yi, double[] a, int ai, double[] b, int bi, double[] c, int ci, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      DoubleVector s = DoubleVector.fromArray(SPECIES, a, ai + i);
      DoubleVector t = DoubleVector.fromArray(SPECIES, b, bi + i);
      DoubleVector u = DoubleVector.fromArray(SPECIES, c, ci + i);
      s.mul(t).mul(u).intoArray(y, yi + i);
    }
  }
}

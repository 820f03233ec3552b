// Made by FloatTwin from its float64 twin; change that one.
package dev.kassei.engine.kernel.vector;

import dev.kassei.engine.kernel.Fused;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Several pointwise operations in one loop over whole vectors of float32 numbers, each operation
 * rounded: the operands start {@code from} values later than their places say.
 */
final class Float32VectorFused {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LENGTH = SPECIES.length();

  private Float32VectorFused() {}

  static void run(Fused fused, float[] y, int yi, float[][] x, int[] xi, int from, int n) {
    float[] a = x[0];
    float[] b = x[1];
    float[] c = x[2];
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
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector s = FloatVector.fromArray(SPECIES, a, ai + i);
      FloatVector t = FloatVector.fromArray(SPECIES, b, bi + i);
      FloatVector u = FloatVector.fromArray(SPECIES, c, ci + i);
      FloatVector v = FloatVector.fromArray(SPECIES, d, di + i);
      FloatVector w = FloatVector.fromArray(SPECIES, e, ei + i);
      s.sub(t.mul(u).div(v.sqrt().add(w))).intoArray(y, yi + i);
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
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector s = FloatVector.fromArray(SPECIES, a, ai + i);
      FloatVector t = FloatVector.fromArray(SPECIES, b, bi + i);
      FloatVector u = FloatVector.fromArray(SPECIES, c, ci + i);
      FloatVector v = FloatVector.fromArray(SPECIES, d, di + i);
      s.mul(t).add(u.mul(u).mul(v)).intoArray(y, yi + i);
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
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector s = FloatVector.fromArray(SPECIES, a, ai + i);
      FloatVector t = FloatVector.fromArray(SPECIES, b, bi + i);
      FloatVector u = FloatVector.fromArray(SPECIES, c, ci + i);
      FloatVector v = FloatVector.fromArray(SPECIES, d, di + i);
      s.mul(t).add(u.mul(v)).intoArray(y, yi + i);
    }
  }

  private static void productSum(
      float[] y, int yi, float[] a, int ai, float[] b, int bi, float[] c, int ci, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector s = FloatVector.fromArray(SPECIES, a, ai + i);
      FloatVector t = FloatVector.fromArray(SPECIES, b, bi + i);
      FloatVector u = FloatVector.fromArray(SPECIES, c, ci + i);
      s.mul(t).add(u).intoArray(y, yi + i);
    }
  }

  private static void descent(
      float[] y, int yi, float[] a, int ai, float[] b, int bi, float[] c, int ci, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector s = FloatVector.fromArray(SPECIES, a, ai + i);
      FloatVector t = FloatVector.fromArray(SPECIES, b, bi + i);
      FloatVector u = FloatVector.fromArray(SPECIES, c, ci + i);
      s.sub(t.mul(u)).intoArray(y, yi + i);
    }
  }

  private static void maximumSum(
      float[] y, int yi, float[] a, int ai, float[] b, int bi, float[] c, int ci, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector s = FloatVector.fromArray(SPECIES, a, ai + i);
      FloatVector t = FloatVector.fromArray(SPECIES, b, bi + i);
      FloatVector u = FloatVector.fromArray(SPECIES, c, ci + i);
      s.max(t).add(u).intoArray(y, yi + i);
    }
  }

  private static void tripleProduct(
      float[] y, int yi, float[] a, int ai, float[] b, int bi, float[] c, int ci, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector s = FloatVector.fromArray(SPECIES, a, ai + i);
      FloatVector t = FloatVector.fromArray(SPECIES, b, bi + i);
      FloatVector u = FloatVector.fromArray(SPECIES, c, ci + i);
      s.mul(t).mul(u).intoArray(y, yi + i);
    }
  }
}

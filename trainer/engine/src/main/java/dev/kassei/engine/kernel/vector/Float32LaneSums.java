// Made by FloatTwin from its float64 twin; change that one.
package dev.kassei.engine.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * Reductions and copies in float32 with lanes, of which a vector takes its length at once: each
 * lane is summed in the order of the scalar kernels.
 */
final class Float32LaneSums {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int L = SPECIES.length();
  private static final int STRIPES = 16;
  private static final int BLOCK = 4096;

  private final float[] stripes = new float[STRIPES * L];
  private final float[] total = new float[L];

  /** y = the sum of each of {@code rows} rows of {@code n} terms, each with lanes. */
  void rows(float[] x, float[] y, int rows, int n, int lanes) {
    for (int i = 0; i < rows; i++) {
      for (int lane = 0; lane < lanes; lane += L) {
        sum(x, i * n * lanes + lane, n, lanes);
        System.arraycopy(total, 0, y, i * lanes + lane, Math.min(L, lanes - lane));
      }
    }
  }

  private void sum(float[] x, int from, int n, int lanes) {
    if (n <= STRIPES) {
      chain(x, from, n, lanes, total, 0);
      return;
    }
    FloatVector.zero(SPECIES).intoArray(total, 0);
    for (int start = 0; start < n; start += BLOCK) {
      block(x, from + start * lanes, Math.min(BLOCK, n - start), lanes);
      add(stripes, 0, total, 0);
    }
  }

  private void block(float[] x, int from, int n, int lanes) {
    if (n <= STRIPES) {
      chain(x, from, n, lanes, stripes, 0);
      return;
    }
    for (int stripe = 0; stripe < STRIPES; stripe++) {
      int terms = (n - stripe + STRIPES - 1) / STRIPES;
      chain(x, from + stripe * lanes, terms, STRIPES * lanes, stripes, stripe * L);
    }
    for (int half = STRIPES / 2; half > 0; half /= 2) {
      for (int j = 0; j < half; j++) {
        add(stripes, (j + half) * L, stripes, j * L);
      }
    }
  }

  /** One chain of {@code n} terms for each lane. */
  private static void chain(float[] x, int from, int n, int stride, float[] y, int yi) {
    FloatVector sum = FloatVector.zero(SPECIES);
    int j = from;
    for (int i = 0; i < n; i++) {
      sum = sum.add(FloatVector.fromArray(SPECIES, x, j));
      j += stride;
    }
    sum.intoArray(y, yi);
  }

  private static void add(float[] x, int xi, float[] y, int yi) {
    FloatVector sum = FloatVector.fromArray(SPECIES, y, yi);
    sum.add(FloatVector.fromArray(SPECIES, x, xi)).intoArray(y, yi);
  }

  /** y = the largest of each row; NaN if one is NaN. */
  void rowMax(float[] x, float[] y, int rows, int n, int lanes) {
    for (int i = 0; i < rows; i++) {
      for (int lane = 0; lane < lanes; lane += L) {
        max(x, i * n * lanes + lane, n, lanes, total);
        System.arraycopy(total, 0, y, i * lanes + lane, Math.min(L, lanes - lane));
      }
    }
  }

  private static void max(float[] x, int from, int n, int lanes, float[] y) {
    FloatVector max = FloatVector.fromArray(SPECIES, x, from);
    int j = from;
    for (int i = 1; i < n; i++) {
      j += lanes;
      max = max.max(FloatVector.fromArray(SPECIES, x, j));
    }
    max.intoArray(y, 0);
  }

  /** Copies the active lanes of {@code n} numbers; the number of lanes must be {@link #whole}. */
  static void active(float[] x, float[] y, int n, boolean[] active) {
    for (int lane = 0; lane < active.length; lane += L) {
      active(x, y, lane, n, active);
    }
  }

  private static void active(float[] x, float[] y, int lane, int n, boolean[] active) {
    VectorMask<Float> mask = VectorMask.fromArray(SPECIES, active, lane);
    for (int i = lane; i < n; i += active.length) {
      FloatVector kept = FloatVector.fromArray(SPECIES, y, i);
      kept.blend(FloatVector.fromArray(SPECIES, x, i), mask).intoArray(y, i);
    }
  }

  /** Whether vectors end where the lanes end; masks of two elements would be boxed on JDK 17. */
  static boolean whole(int lanes) {
    return L > 2 && lanes % L == 0;
  }
}

package dev.kassei.engine.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * Reductions and copies in float64 with lanes, of which a vector takes its length at once: each
 * lane is summed in the order of the scalar kernels.
 */
final class Float64LaneSums {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int L = SPECIES.length();
  private static final int STRIPES = 16;
  private static final int BLOCK = 4096;

  private final double[] stripes = new double[STRIPES * L];
  private final double[] total = new double[L];

  /** y = the sum of each of {@code rows} rows of {@code n} terms, each with lanes. */
  void rows(double[] x, double[] y, int rows, int n, int lanes) {
    for (int i = 0; i < rows; i++) {
      for (int lane = 0; lane < lanes; lane += L) {
        sum(x, i * n * lanes + lane, n, lanes);
        System.arraycopy(total, 0, y, i * lanes + lane, Math.min(L, lanes - lane));
      }
    }
  }

  private void sum(double[] x, int from, int n, int lanes) {
    if (n <= STRIPES) {
      chain(x, from, n, lanes, total, 0);
      return;
    }
    DoubleVector.zero(SPECIES).intoArray(total, 0);
    for (int start = 0; start < n; start += BLOCK) {
      block(x, from + start * lanes, Math.min(BLOCK, n - start), lanes);
      add(stripes, 0, total, 0);
    }
  }

  private void block(double[] x, int from, int n, int lanes) {
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
  private static void chain(double[] x, int from, int n, int stride, double[] y, int yi) {
    DoubleVector sum = DoubleVector.zero(SPECIES);
    int j = from;
    for (int i = 0; i < n; i++) {
      sum = sum.add(DoubleVector.fromArray(SPECIES, x, j));
      j += stride;
    }
    sum.intoArray(y, yi);
  }

  private static void add(double[] x, int xi, double[] y, int yi) {
    DoubleVector sum = DoubleVector.fromArray(SPECIES, y, yi);
    sum.add(DoubleVector.fromArray(SPECIES, x, xi)).intoArray(y, yi);
  }

  /** y = the largest of each row; NaN if one is NaN. */
  void rowMax(double[] x, double[] y, int rows, int n, int lanes) {
    for (int i = 0; i < rows; i++) {
      for (int lane = 0; lane < lanes; lane += L) {
        max(x, i * n * lanes + lane, n, lanes, total);
        System.arraycopy(total, 0, y, i * lanes + lane, Math.min(L, lanes - lane));
      }
    }
  }

  private static void max(double[] x, int from, int n, int lanes, double[] y) {
    DoubleVector max = DoubleVector.fromArray(SPECIES, x, from);
    int j = from;
    for (int i = 1; i < n; i++) {
      j += lanes;
      max = max.max(DoubleVector.fromArray(SPECIES, x, j));
    }
    max.intoArray(y, 0);
  }

  /** Copies the active lanes of {@code n} numbers; the number of lanes must be {@link #whole}. */
  static void active(double[] x, double[] y, int n, boolean[] active) {
    for (int lane = 0; lane < active.length; lane += L) {
      active(x, y, lane, n, active);
    }
  }

  private static void active(double[] x, double[] y, int lane, int n, boolean[] active) {
    VectorMask<Double> mask = VectorMask.fromArray(SPECIES, active, lane);
    for (int i = lane; i < n; i += active.length) {
      DoubleVector kept = DoubleVector.fromArray(SPECIES, y, i);
      kept.blend(DoubleVector.fromArray(SPECIES, x, i), mask).intoArray(y, i);
    }
  }

  /** Whether vectors end where the lanes end; masks of two elements would be boxed on JDK 17. */
  static boolean whole(int lanes) {
    return L > 2 && lanes % L == 0;
  }
}

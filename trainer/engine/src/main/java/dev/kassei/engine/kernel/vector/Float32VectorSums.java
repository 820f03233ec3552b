// Made by FloatTwin from its float64 twin; change that one.
package dev.kassei.engine.kernel.vector;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Reductions of single runs in float32 by vectors, in the order of the scalar kernels: 16 stripes
 * in blocks of 4,096 terms, which the vectors of one stripe each hold in their elements.
 */
final class Float32VectorSums {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int L = SPECIES.length();
  private static final int STRIPES = 16;
  private static final int BLOCK = 4096;

  private final float[] stripes = new float[STRIPES];

  /** y = the sum of each of {@code rows} rows of {@code n} terms. */
  void rows(float[] x, float[] y, int rows, int n) {
    for (int i = 0; i < rows; i++) {
      y[i] = sum(x, i * n, n);
    }
  }

  private float sum(float[] x, int from, int n) {
    if (n <= STRIPES) {
      return chain(x, from, n);
    }
    float sum = 0.0f;
    for (int start = 0; start < n; start += BLOCK) {
      sum += block(x, from + start, Math.min(BLOCK, n - start));
    }
    return sum;
  }

  private static float chain(float[] x, int from, int n) {
    float sum = 0.0f;
    for (int j = from; j < from + n; j++) {
      sum += x[j];
    }
    return sum;
  }

  private float block(float[] x, int from, int n) {
    if (n <= STRIPES) {
      return chain(x, from, n);
    }
    int whole = n - n % STRIPES;
    for (int stripe = 0; stripe < STRIPES; stripe += L) {
      stripes(x, from + stripe, from + whole, stripes, stripe);
    }
    for (int j = whole; j < n; j++) {
      stripes[j - whole] += x[from + j];
    }
    return folded(stripes);
  }

  private static void stripes(float[] x, int from, int to, float[] stripes, int stripe) {
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int j = from; j < to; j += STRIPES) {
      sum = sum.add(FloatVector.fromArray(SPECIES, x, j));
    }
    sum.intoArray(stripes, stripe);
  }

  private static float folded(float[] stripes) {
    for (int half = STRIPES / 2; half > 0; half /= 2) {
      for (int j = 0; j < half; j++) {
        stripes[j] += stripes[j + half];
      }
    }
    return stripes[0];
  }

  /** y = the sum over {@code rows} rows of {@code width} numbers: one chain over the rows. */
  void columns(float[] x, float[] y, int rows, int width) {
    int j = 0;
    for (; j + 4 * L <= width; j += 4 * L) {
      fourColumns(x, j, rows, width, y);
    }
    for (; j + L <= width; j += L) {
      column(x, j, rows, width, y, j);
    }
    if (j < width) {
      column(x, j, rows, width, stripes, 0);
      System.arraycopy(stripes, 0, y, j, width - j);
    }
  }

  private static void fourColumns(float[] x, int from, int rows, int width, float[] y) {
    FloatVector c0 = FloatVector.zero(SPECIES);
    FloatVector c1 = c0;
    FloatVector c2 = c0;
    FloatVector c3 = c0;
    int j = from;
    for (int i = 0; i < rows; i++) {
      c0 = c0.add(FloatVector.fromArray(SPECIES, x, j));
      c1 = c1.add(FloatVector.fromArray(SPECIES, x, j + L));
      c2 = c2.add(FloatVector.fromArray(SPECIES, x, j + 2 * L));
      c3 = c3.add(FloatVector.fromArray(SPECIES, x, j + 3 * L));
      j += width;
    }
    c0.intoArray(y, from);
    c1.intoArray(y, from + L);
    c2.intoArray(y, from + 2 * L);
    c3.intoArray(y, from + 3 * L);
  }

  private static void column(float[] x, int from, int rows, int width, float[] y, int yi) {
    FloatVector sum = FloatVector.zero(SPECIES);
    int j = from;
    for (int i = 0; i < rows; i++) {
      sum = sum.add(FloatVector.fromArray(SPECIES, x, j));
      j += width;
    }
    sum.intoArray(y, yi);
  }

  /** y = the largest of each row; NaN if one is NaN. */
  static void rowMax(float[] x, float[] y, int rows, int n) {
    for (int i = 0; i < rows; i++) {
      y[i] = max(x, i * n, n);
    }
  }

  /** y = 1 at the first largest value of each row, 0 elsewhere; all 0 in a row with a NaN. */
  static void firstMax(float[] x, float[] y, int rows, int n) {
    Arrays.fill(y, 0, rows * n, 0.0f);
    for (int i = 0; i < rows; i++) {
      int j = indexOf(max(x, i * n, n), x, i * n, n);
      if (j < (i + 1) * n) {
        y[j] = 1.0f;
      }
    }
  }

  private static int indexOf(float value, float[] x, int from, int n) {
    int j = from;
    while (j < from + n && x[j] != value) {
      j++;
    }
    return j;
  }

  private static float max(float[] x, int from, int n) {
    if (n < L) {
      return scalarMax(x, from, n);
    }
    FloatVector max = FloatVector.fromArray(SPECIES, x, from);
    int last = from + n - L;
    for (int j = from + L; j < last; j += L) {
      max = max.max(FloatVector.fromArray(SPECIES, x, j));
    }
    return max.max(FloatVector.fromArray(SPECIES, x, last)).reduceLanes(VectorOperators.MAX);
  }

  private static float scalarMax(float[] x, int from, int n) {
    float max = x[from];
    for (int j = from + 1; j < from + n; j++) {
      max = Math.max(max, x[j]);
    }
    return max;
  }
}

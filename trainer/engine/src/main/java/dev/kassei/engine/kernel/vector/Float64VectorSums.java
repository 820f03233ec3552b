package dev.kassei.engine.kernel.vector;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Reductions of single runs in float64 by vectors, in the order of the scalar kernels: 16 stripes
 * in blocks of 4,096 terms, which the vectors of one stripe each hold in their elements.
 */
final class Float64VectorSums {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int L = SPECIES.length();
  private static final int STRIPES = 16;
  private static final int BLOCK = 4096;

  private final double[] stripes = new double[STRIPES];

  /** y = the sum of each of {@code rows} rows of {@code n} terms. */
  void rows(double[] x, double[] y, int rows, int n) {
    for (int i = 0; i < rows; i++) {
      y[i] = sum(x, i * n, n);
    }
  }

  private double sum(double[] x, int from, int n) {
    if (n <= STRIPES) {
      return chain(x, from, n);
    }
    double sum = 0.0;
    for (int start = 0; start < n; start += BLOCK) {
      sum += block(x, from + start, Math.min(BLOCK, n - start));
    }
    return sum;
  }

  private static double chain(double[] x, int from, int n) {
    double sum = 0.0;
    for (int j = from; j < from + n; j++) {
      sum += x[j];
    }
    return sum;
  }

  private double block(double[] x, int from, int n) {
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

  private static void stripes(double[] x, int from, int to, double[] stripes, int stripe) {
    DoubleVector sum = DoubleVector.zero(SPECIES);
    for (int j = from; j < to; j += STRIPES) {
      sum = sum.add(DoubleVector.fromArray(SPECIES, x, j));
    }
    sum.intoArray(stripes, stripe);
  }

  private static double folded(double[] stripes) {
    for (int half = STRIPES / 2; half > 0; half /= 2) {
      for (int j = 0; j < half; j++) {
        stripes[j] += stripes[j + half];
      }
    }
    return stripes[0];
  }

  /** y = the sum over {@code rows} rows of {@code width} numbers: one chain over the rows. */
  void columns(double[] x, double[] y, int rows, int width) {
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

  private static void fourColumns(double[] x, int from, int rows, int width, double[] y) {
    DoubleVector c0 = DoubleVector.zero(SPECIES);
    DoubleVector c1 = c0;
    DoubleVector c2 = c0;
    DoubleVector c3 = c0;
    int j = from;
    for (int i = 0; i < rows; i++) {
      c0 = c0.add(DoubleVector.fromArray(SPECIES, x, j));
      c1 = c1.add(DoubleVector.fromArray(SPECIES, x, j + L));
      c2 = c2.add(DoubleVector.fromArray(SPECIES, x, j + 2 * L));
      c3 = c3.add(DoubleVector.fromArray(SPECIES, x, j + 3 * L));
      j += width;
    }
    c0.intoArray(y, from);
    c1.intoArray(y, from + L);
    c2.intoArray(y, from + 2 * L);
    c3.intoArray(y, from + 3 * L);
  }

  private static void column(double[] x, int from, int rows, int width, double[] y, int yi) {
    DoubleVector sum = DoubleVector.zero(SPECIES);
    int j = from;
    for (int i = 0; i < rows; i++) {
      sum = sum.add(DoubleVector.fromArray(SPECIES, x, j));
      j += width;
    }
    sum.intoArray(y, yi);
  }

  /** y = the largest of each row; NaN if one is NaN. */
  static void rowMax(double[] x, double[] y, int rows, int n) {
    for (int i = 0; i < rows; i++) {
      y[i] = max(x, i * n, n);
    }
  }

  /** y = 1 at the first largest value of each row, 0 elsewhere; all 0 in a row with a NaN. */
  static void firstMax(double[] x, double[] y, int rows, int n) {
    Arrays.fill(y, 0, rows * n, 0.0);
    for (int i = 0; i < rows; i++) {
      int j = indexOf(max(x, i * n, n), x, i * n, n);
      if (j < (i + 1) * n) {
        y[j] = 1.0;
      }
    }
  }

  private static int indexOf(double value, double[] x, int from, int n) {
    int j = from;
    while (j < from + n && x[j] != value) {
      j++;
    }
    return j;
  }

  private static double max(double[] x, int from, int n) {
    if (n < L) {
      return scalarMax(x, from, n);
    }
    DoubleVector max = DoubleVector.fromArray(SPECIES, x, from);
    int last = from + n - L;
    for (int j = from + L; j < last; j += L) {
      max = max.max(DoubleVector.fromArray(SPECIES, x, j));
    }
    return max.max(DoubleVector.fromArray(SPECIES, x, last)).reduceLanes(VectorOperators.MAX);
  }

  private static double scalarMax(double[] x, int from, int n) {
    double max = x[from];
    for (int j = from + 1; j < from + n; j++) {
      max = Math.max(max, x[j]);
    }
    return max;
  }
}

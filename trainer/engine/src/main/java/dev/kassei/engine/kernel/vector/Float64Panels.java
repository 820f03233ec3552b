package dev.kassei.engine.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The right operand of a product in float64, k × n, as the micro-kernel reads it: panels of two
 * vectors of columns, read where they are or copied so that a panel is contiguous. Columns beyond n
 * hold anything.
 */
final class Float64Panels {
  private static final VectorSpecies<Double> SPECIES = Float64MicroKernel.SPECIES;
  private static final int L = SPECIES.length();

  /** Columns of a panel. */
  static final int WIDTH = 2 * L;

  private static final int COLUMNS = 4;

  private double[] copy = {};
  private double[] values = {};
  private int rowStep;
  private int panelStep;

  /** Reads b, k × n, where it is. */
  void inPlace(double[] b, int n) {
    values = b;
    rowStep = n;
    panelStep = WIDTH;
  }

  /** Copies b, k × n. */
  void rows(double[] b, int n, int k) {
    reserve(n, k);
    for (int p = 0; p < k; p++) {
      row(b, p * n, n, copy, p * WIDTH, panelStep);
    }
  }

  private static void row(double[] b, int bi, int n, double[] copy, int to, int panelStep) {
    int t = to;
    for (int j = 0; j < n; j += WIDTH) {
      DoubleVector.fromArray(SPECIES, b, bi + j).intoArray(copy, t);
      if (j + L < n) {
        DoubleVector.fromArray(SPECIES, b, bi + j + L).intoArray(copy, t + L);
      }
      t += panelStep;
    }
  }

  /** Copies bᵀ, n × k. */
  void columns(double[] b, int n, int k) {
    reserve(n, k);
    for (int j = 0; j < n; j += COLUMNS) {
      int to = j / WIDTH * panelStep + j % WIDTH;
      columns(b, j * k, Math.min(COLUMNS, n - j), k, copy, to);
    }
  }

  /** Copies up to four columns, the last one again in place of those that are missing. */
  private static void columns(double[] b, int bi, int columns, int k, double[] copy, int to) {
    int last = columns - 1;
    int b1 = Math.min(1, last) * k;
    int b2 = Math.min(2, last) * k;
    int b3 = Math.min(3, last) * k;
    int t = to;
    for (int j = bi; j < bi + k; j++) {
      copy[t] = b[j];
      copy[t + 1] = b[j + b1];
      copy[t + 2] = b[j + b2];
      copy[t + 3] = b[j + b3];
      t += WIDTH;
    }
  }

  private void reserve(int n, int k) {
    panelStep = k * WIDTH;
    int size = (n + WIDTH - 1) / WIDTH * panelStep;
    if (copy.length < size) {
      copy = new double[size];
    }
    values = copy;
    rowStep = WIDTH;
  }

  /** The array that holds the panels. */
  double[] values() {
    return values;
  }

  /** The distance between rows of a panel. */
  int rowStep() {
    return rowStep;
  }

  /** Whether a row continues from panel to panel. */
  boolean sideBySide() {
    return panelStep == WIDTH;
  }

  /** The index of a row of the panel which starts with column j. */
  int index(int row, int j) {
    return j / WIDTH * panelStep + row * rowStep;
  }
}

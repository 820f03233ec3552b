// Made by FloatTwin from its float64 twin; change that one.
package dev.kassei.engine.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The right operand of a product in float32, k × n, as the micro-kernel reads it: panels of two
 * vectors of columns, read where they are or copied so that a panel is contiguous. Columns beyond n
 * hold anything.
 */
final class Float32Panels {
  private static final VectorSpecies<Float> SPECIES = Float32MicroKernel.SPECIES;
  private static final int L = SPECIES.length();

  /** Columns of a panel. */
  static final int WIDTH = 2 * L;

  private static final int COLUMNS = 4;

  private float[] copy = {};
  private float[] values = {};
  private int rowStep;
  private int panelStep;

  /** Reads b, k × n, where it is. */
  void inPlace(float[] b, int n) {
    values = b;
    rowStep = n;
    panelStep = WIDTH;
  }

  /** Copies b, k × n. */
  void rows(float[] b, int n, int k) {
    reserve(n, k);
    for (int p = 0; p < k; p++) {
      row(b, p * n, n, copy, p * WIDTH, panelStep);
    }
  }

  private static void row(float[] b, int bi, int n, float[] copy, int to, int panelStep) {
    int t = to;
    for (int j = 0; j < n; j += WIDTH) {
      FloatVector.fromArray(SPECIES, b, bi + j).intoArray(copy, t);
      if (j + L < n) {
        FloatVector.fromArray(SPECIES, b, bi + j + L).intoArray(copy, t + L);
      }
      t += panelStep;
    }
  }

  /** Copies bᵀ, n × k. */
  void columns(float[] b, int n, int k) {
    reserve(n, k);
    for (int j = 0; j < n; j += COLUMNS) {
      int to = j / WIDTH * panelStep + j % WIDTH;
      columns(b, j * k, Math.min(COLUMNS, n - j), k, copy, to);
    }
  }

  /** Copies up to four columns, the last one again in place of those that are missing. */
  private static void columns(float[] b, int bi, int columns, int k, float[] copy, int to) {
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
      copy = new float[size];
    }
    values = copy;
    rowStep = WIDTH;
  }

  /** The array that holds the panels. */
  float[] values() {
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

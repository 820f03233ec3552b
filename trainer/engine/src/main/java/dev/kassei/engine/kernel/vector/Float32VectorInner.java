// Made by FloatTwin from its float64 twin; change that one.
package dev.kassei.engine.kernel.vector;

import dev.kassei.api.expr.Operation;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Reductions over positions in float32 by vectors, each of neighbouring columns. At each place the
 * numbers of a position begin at the place's index plus the position's.
 *
 * <p>A vector beyond the columns is overwritten by the next place or position; of the last one up
 * to a vector less one beyond the end of y is overwritten.
 */
final class Float32VectorInner {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  static final int L = SPECIES.length();

  private Float32VectorInner() {}

  /** One of the reductions, from {@code yi} of y on. */
  static void run(
      Operation operation,
      float[] x,
      int xi,
      int[] places,
      int[] positions,
      float[] y,
      int yi,
      int width) {
    switch (operation) {
      case INNER_SUM -> sum(x, xi, places, positions, y, yi, width);
      case INNER_MAX -> max(x, xi, places, positions, y, yi, width);
      default -> firstMax(x, xi, places, positions, y, yi, width);
    }
  }

  /** y = the sum over the positions of each place: one chain from +0. */
  private static void sum(
      float[] x, int xi, int[] places, int[] positions, float[] y, int yi, int width) {
    int to = yi;
    for (int place : places) {
      for (int j = 0; j < width; j += L) {
        int from = xi + place + j;
        FloatVector sum = FloatVector.zero(SPECIES);
        for (int k = 0; k < positions.length; k++) {
          sum = sum.add(FloatVector.fromArray(SPECIES, x, from + positions[k]));
        }
        sum.intoArray(y, to + j);
      }
      to += width;
    }
  }

  /** y = the largest over the positions of each place; NaN if one is NaN. */
  private static void max(
      float[] x, int xi, int[] places, int[] positions, float[] y, int yi, int width) {
    int to = yi;
    for (int place : places) {
      for (int j = 0; j < width; j += L) {
        max(x, xi + place + j, positions).intoArray(y, to + j);
      }
      to += width;
    }
  }

  private static FloatVector max(float[] x, int from, int[] positions) {
    FloatVector max = FloatVector.fromArray(SPECIES, x, from + positions[0]);
    for (int k = 1; k < positions.length; k++) {
      max = max.max(FloatVector.fromArray(SPECIES, x, from + positions[k]));
    }
    return max;
  }

  /** y = 1 at the first largest of the positions of each place, 0 elsewhere; all 0 beside a NaN. */
  private static void firstMax(
      float[] x, int xi, int[] places, int[] positions, float[] y, int yi, int width) {
    int to = yi;
    for (int place : places) {
      // the last columns first: what is written beyond them is written again
      for (int j = (width - 1) / L * L; j >= 0; j -= L) {
        firstMax(x, xi + place + j, positions, y, to + j, width);
      }
      to += positions.length * width;
    }
  }

  /** What is left of 1 is taken by the first that is equal to the largest. */
  private static void firstMax(
      float[] x, int from, int[] positions, float[] y, int yi, int width) {
    FloatVector max = max(x, from, positions);
    FloatVector zero = FloatVector.zero(SPECIES);
    FloatVector left = FloatVector.broadcast(SPECIES, 1.0f);
    int to = yi;
    for (int k = 0; k < positions.length; k++) {
      FloatVector value = FloatVector.fromArray(SPECIES, x, from + positions[k]);
      FloatVector taken = zero.blend(left, value.eq(max));
      taken.intoArray(y, to);
      left = left.sub(taken);
      to += width;
    }
  }

  /** y = each of {@code outer} rows of x n times. */
  static void repeat(float[] x, float[] y, int outer, int n, int width) {
    for (int i = 0; i < outer; i++) {
      for (int j = (width - 1) / L * L; j >= 0; j -= L) {
        repeat(FloatVector.fromArray(SPECIES, x, i * width + j), y, i * n * width + j, n, width);
      }
    }
  }

  private static void repeat(FloatVector row, float[] y, int yi, int n, int width) {
    int to = yi;
    for (int k = 0; k < n; k++) {
      row.intoArray(y, to);
      to += width;
    }
  }
}

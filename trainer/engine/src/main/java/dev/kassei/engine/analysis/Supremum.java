package dev.kassei.engine.analysis;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/** The least upper bound of a function. */
final class Supremum {
  private static final int ROUNDS = 14;
  private static final int PIECES = 32;

  /** Growth beyond {@link Grid#FAR} by more than this, absolutely and relatively, has no end. */
  private static final double GROWTH = 1e-3;

  private Supremum() {}

  /**
   * The bound: infinite if the function still grows far out, else the largest value at the points,
   * improved between the neighbours of the best one. Values that are no numbers are left out.
   *
   * @param points ascending
   * @param values the function there
   */
  static double of(UnaryOperator<double[]> function, double[] points, double[] values) {
    double near = Double.NEGATIVE_INFINITY;
    double far = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < points.length; i++) {
      if (Math.abs(points[i]) <= Grid.FAR) {
        near = larger(near, values[i]);
      } else {
        far = larger(far, values[i]);
      }
    }
    if (far > near + GROWTH * Math.max(1, Math.abs(near))) {
      return Double.POSITIVE_INFINITY;
    }
    return Math.max(far, zoomed(function, points, values));
  }

  private static double zoomed(UnaryOperator<double[]> function, double[] points, double[] values) {
    double[] x = points;
    double[] y = values;
    int best = best(y);
    for (int round = 0; round < ROUNDS; round++) {
      double from = x[Math.max(0, best - 1)];
      double step = (x[Math.min(x.length - 1, best + 1)] - from) / PIECES;
      double[] finer = new double[PIECES + 1];
      Arrays.setAll(finer, i -> from + i * step);
      double[] found = function.apply(finer);
      int finest = best(found);
      if (!(found[finest] >= y[best])) {
        return y[best];
      }
      x = finer;
      y = found;
      best = finest;
    }
    return y[best];
  }

  private static int best(double[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[best] || Double.isNaN(values[best])) {
        best = i;
      }
    }
    return best;
  }

  private static double larger(double a, double b) {
    return b > a ? b : a;
  }
}

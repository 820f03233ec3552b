package dev.kassei.engine.analysis;

import java.util.Set;
import java.util.TreeSet;

/**
 * The points at which functions are looked at: ascending and symmetric, 1/32 apart up to 16, then
 * in growing steps. What a function does beyond {@link #FAR} tells whether it keeps growing.
 */
final class Grid {
  /** Kinks are looked for within ±this. */
  static final double NEAR = 1e4;

  /** Where bounded functions have come close to their bounds: that of atan to 10⁻⁸. */
  static final double FAR = 1e8;

  private static final int DENSE = 16;
  private static final int PER_UNIT = 32;
  private static final double GROWTH = 1.09;
  private static final double[] OUTER = {
    1e4, 1e5, 1e6, 1e7, 1e8, 1e10, 1e16, 1e30, 1e100, 1e200, 1e300
  };

  /** The points. */
  static final double[] POINTS = points();

  private Grid() {}

  private static double[] points() {
    var points = new TreeSet<Double>();
    points.add(0.0);
    for (int i = 1; i <= DENSE * PER_UNIT; i++) {
      add(points, (double) i / PER_UNIT);
    }
    for (double x = DENSE; x < NEAR; x *= GROWTH) {
      add(points, x);
    }
    for (double x : OUTER) {
      add(points, x);
    }
    return points.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static void add(Set<Double> points, double x) {
    points.add(x);
    points.add(-x);
  }
}

package dev.kassei.engine.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Places where a function or its derivative jumps.
 *
 * @param jumps where the value does, ascending
 * @param kinks where the derivative does, but not the value, or is infinite; ascending
 * @param isVertical whether the derivative is infinite somewhere
 */
record Kinks(List<Double> jumps, List<Double> kinks, boolean isVertical) {
  /** How far beside a place it is looked at, relative to places beyond 1. */
  private static final double BESIDE = 1e-9;

  /** Nearer than that, where the slope of a square root has grown 30 times. */
  private static final double NEARER = 1e-12;

  private static final double GROWTH = 4;

  /** A curve as bent as a softplus with beta 1000 changes its slope by less over that distance. */
  private static final double SMALLEST = 1e-6;

  /** Sorts the places where the formula chooses by what happens there. */
  static Kinks of(Curve curve, double[] places) {
    var below = new Side(curve, places, -1);
    var above = new Side(curve, places, 1);
    var jumps = new ArrayList<Double>();
    var kinks = new ArrayList<Double>();
    boolean vertical = false;
    for (int i = 0; i < places.length; i++) {
      boolean verticalHere = below.isVertical(i) || above.isVertical(i);
      double steepest = Math.max(Math.abs(below.slopes[i]), Math.abs(above.slopes[i]));
      double highest = Math.max(Math.abs(below.values[i]), Math.abs(above.values[i]));
      double rise = 4 * (above.places[i] - below.places[i]) * steepest;
      if (differ(below.values[i], above.values[i], rise + SMALLEST * (1 + highest))) {
        jumps.add(places[i]);
      } else if (verticalHere
          || differ(below.slopes[i], above.slopes[i], SMALLEST * (1 + steepest))) {
        kinks.add(places[i]);
      }
      vertical |= verticalHere;
    }
    return new Kinks(List.copyOf(jumps), List.copyOf(kinks), vertical);
  }

  /** Places just below. */
  static double[] below(double[] places) {
    return beside(places, -BESIDE);
  }

  /** Places just above. */
  static double[] above(double[] places) {
    return beside(places, BESIDE);
  }

  private static boolean differ(double a, double b, double allowed) {
    return !(Math.abs(a - b) <= allowed);
  }

  private static double[] beside(double[] places, double step) {
    return Arrays.stream(places).map(x -> x + step * Math.max(1, Math.abs(x))).toArray();
  }

  /** The function on one side of places. */
  private static final class Side {
    private final double[] places;
    private final double[] values;
    private final double[] slopes;
    private final double[] nearerSlopes;

    Side(Curve curve, double[] all, int direction) {
      places = beside(all, direction * BESIDE);
      values = curve.values(places);
      slopes = curve.slopes(places);
      nearerSlopes = curve.slopes(beside(all, direction * NEARER));
    }

    boolean isVertical(int i) {
      return Math.abs(nearerSlopes[i]) > 1 + GROWTH * Math.abs(slopes[i]);
    }
  }
}

package dev.kassei.testkit;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Finds by bisection where the value or the slope of a section jumps. */
final class Jumps {
  private static final int INTERVALS = 400;
  private static final int HALVINGS = 40;
  private static final double SMALLEST = 1e-6;
  private static final double GRID = 1e6;

  private final Section section;

  Jumps(Section section) {
    this.section = section;
  }

  /** The places of jumps between −10 and 10, to six decimals. */
  Set<Double> find() {
    var places = new TreeSet<Double>();
    places.addAll(find(section::values));
    places.addAll(find(section::slopes));
    return places;
  }

  private static Set<Double> find(UnaryOperator<double[]> function) {
    double[] low = edges(0);
    double[] high = edges(1);
    for (int i = 0; i < HALVINGS; i++) {
      halve(function, low, high);
    }
    double[] below = function.apply(low);
    double[] above = function.apply(high);
    var places = new TreeSet<Double>();
    for (int i = 0; i < INTERVALS; i++) {
      if (Math.abs(above[i] - below[i]) > SMALLEST * (1 + Math.abs(below[i]))) {
        places.add(Math.rint(low[i] * GRID) / GRID);
      }
    }
    return places;
  }

  /** Keeps of each interval the half over which the function changes more. */
  private static void halve(UnaryOperator<double[]> function, double[] low, double[] high) {
    double[] middle = new double[INTERVALS];
    Arrays.setAll(middle, i -> (low[i] + high[i]) / 2);
    double[] left = function.apply(low);
    double[] centre = function.apply(middle);
    double[] right = function.apply(high);
    for (int i = 0; i < INTERVALS; i++) {
      boolean lower = Math.abs(centre[i] - left[i]) >= Math.abs(right[i] - centre[i]);
      double[] moved = lower ? high : low;
      moved[i] = middle[i];
    }
  }

  /** Edges of equal intervals that avoid round numbers. */
  private static double[] edges(int first) {
    double[] edges = new double[INTERVALS];
    Arrays.setAll(edges, i -> -10.0123 + (i + first) * 20.03 / INTERVALS);
    return edges;
  }
}

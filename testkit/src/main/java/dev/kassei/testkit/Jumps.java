package dev.kassei.testkit;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Finds by bisection where the value or the slope of a section jumps. */
final class Jumps {
  private static final int INTERVALS = 200;
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
    var low = new Edges(function, 0);
    var high = new Edges(function, 1);
    for (int i = 0; i < HALVINGS; i++) {
      halve(function, low, high);
    }
    var places = new TreeSet<Double>();
    for (int i = 0; i < INTERVALS; i++) {
      double below = low.values[i];
      if (Math.abs(high.values[i] - below) > SMALLEST * (1 + Math.abs(below))) {
        places.add(Math.rint(low.places[i] * GRID) / GRID);
      }
    }
    return places;
  }

  /** Keeps of each interval the half over which the function changes more. */
  private static void halve(UnaryOperator<double[]> function, Edges low, Edges high) {
    double[] middle = new double[INTERVALS];
    Arrays.setAll(middle, i -> (low.places[i] + high.places[i]) / 2);
    double[] centre = function.apply(middle);
    for (int i = 0; i < INTERVALS; i++) {
      double lower = Math.abs(centre[i] - low.values[i]);
      double upper = Math.abs(high.values[i] - centre[i]);
      (lower >= upper ? high : low).move(i, middle[i], centre[i]);
    }
  }

  /** The lower or the upper edges of the intervals, and the function there. */
  private static final class Edges {
    private final double[] places = new double[INTERVALS];
    private final double[] values;

    /** Edges of equal intervals that avoid round numbers. */
    Edges(UnaryOperator<double[]> function, int first) {
      Arrays.setAll(places, i -> -10.0123 + (i + first) * 20.03 / INTERVALS);
      values = function.apply(places);
    }

    void move(int index, double place, double value) {
      places[index] = place;
      values[index] = value;
    }
  }
}

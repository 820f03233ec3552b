package dev.kassei.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds jumps of the value that are as small as 10⁻⁹ of the values around them. Over a short
 * interval a smooth function changes as its slopes at both ends say; where it does not, bisection
 * follows the rest down to a width at which only a jump is left.
 */
final class SmallJumps {
  private static final double FROM = -10.0123;
  private static final double LENGTH = 1.0 / 4096;
  private static final int INTERVALS = 82_000;
  private static final int HALVINGS = 36;
  private static final double SMALLEST = 1e-9;

  /** Of the intervals with the largest rests so many are followed. */
  private static final int FOLLOWED = 64;

  private final Section section;

  SmallJumps(Section section) {
    this.section = section;
  }

  /** A jump, and the values beside it. */
  record Jump(double place, double below, double above) {}

  /**
   * @param rest what the value changes otherwise than the slopes at both ends say
   * @param scale the larger value at the ends of the first interval
   */
  private record Interval(Point low, Point high, double rest, double scale) {
    static Interval of(Point low, Point high, double scale) {
      double expected = (high.x() - low.x()) * (low.slope() + high.slope()) / 2;
      return new Interval(low, high, Math.abs(high.value() - low.value() - expected), scale);
    }

    double middle() {
      return low.x() + (high.x() - low.x()) / 2;
    }

    boolean jumps() {
      return rest > SMALLEST * scale;
    }

    /** The half with the larger rest. */
    Interval halved(Point middle) {
      Interval lower = of(low, middle, scale);
      Interval upper = of(middle, high, scale);
      return lower.rest() >= upper.rest() ? lower : upper;
    }
  }

  private record Point(double x, double value, double slope) {}

  /** The jumps between −10 and 10, ascending. */
  List<Jump> find() {
    List<Interval> suspects = suspects();
    for (int i = 0; i < HALVINGS && !suspects.isEmpty(); i++) {
      suspects = halved(suspects);
    }
    return suspects.stream()
        .filter(Interval::jumps)
        .map(each -> new Jump(each.middle(), each.low().value(), each.high().value()))
        .sorted(Comparator.comparingDouble(Jump::place))
        .toList();
  }

  private List<Interval> suspects() {
    double[] places = new double[INTERVALS + 1];
    Arrays.setAll(places, i -> FROM + i * LENGTH);
    List<Point> points = points(places);
    var intervals = new ArrayList<Interval>();
    for (int i = 0; i < INTERVALS; i++) {
      Point low = points.get(i);
      Point high = points.get(i + 1);
      double scale = Math.max(Math.abs(low.value()), Math.abs(high.value()));
      Interval interval = Interval.of(low, high, scale);
      if (interval.jumps() && Double.isFinite(interval.rest())) {
        intervals.add(interval);
      }
    }
    return intervals.stream()
        .sorted(Comparator.comparingDouble(Interval::rest).reversed())
        .limit(FOLLOWED)
        .toList();
  }

  /** One call for the middles of all. */
  private List<Interval> halved(List<Interval> intervals) {
    List<Point> middles = points(intervals.stream().mapToDouble(Interval::middle).toArray());
    var halves = new ArrayList<Interval>();
    for (int i = 0; i < intervals.size(); i++) {
      halves.add(intervals.get(i).halved(middles.get(i)));
    }
    return halves;
  }

  private List<Point> points(double[] places) {
    double[] values = section.values(places);
    double[] slopes = section.slopes(places);
    var points = new ArrayList<Point>();
    for (int i = 0; i < places.length; i++) {
      points.add(new Point(places[i], values[i], slopes[i]));
    }
    return points;
  }
}

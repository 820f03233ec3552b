package dev.kassei.plotting.axis;

/** The values that an axis shows, as they are or as their logarithms, from low to high. */
public record Interval(double low, double high) {
  private static final double MIN_SHARE = 1e-15;
  private static final double WIDENING = 0.05;

  /** Beyond this, sizes of intervals are no numbers any more. */
  private static final double LARGEST = 1e300;

  /** Below this, shares of intervals are no exact numbers any more. */
  private static final double SMALLEST = 1e-290;

  /** The interval of values with a margin, a share of its size, on either side. */
  public Interval widened(double margin) {
    double size = high - low;
    return new Interval(low - margin * size, high + margin * size);
  }

  /** The interval itself, or if it is only a point, one around it as matplotlib makes it. */
  public Interval nonsingular() {
    double greatest = Math.max(Math.abs(low), Math.abs(high));
    if (high - low > Math.max(SMALLEST, greatest * MIN_SHARE)) {
      return this;
    }
    double half = greatest <= SMALLEST ? WIDENING : WIDENING * greatest;
    return new Interval(low - half, high + half);
  }

  /** The size of the interval. */
  public double size() {
    return high - low;
  }

  /** Where a value lies, 0 at low and 1 at high. */
  public double fraction(double value) {
    return (value - low) / (high - low);
  }

  /** Whether a value has a place on an axis: infinite ones and those beyond 1e300 have none. */
  public static boolean isDrawable(double value) {
    return Math.abs(value) <= LARGEST;
  }

  /** The interval of the values that can be drawn, 0 to 1 if there are none. */
  public static Interval of(double[]... rows) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double[] row : rows) {
      for (double value : row) {
        if (isDrawable(value)) {
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
      }
    }
    return low <= high ? new Interval(low, high) : new Interval(0, 1);
  }
}

package dev.kassei.builtins.minimizer;

import dev.kassei.builtins.minimizer.Line.Point;

/**
 * Finds a point of a line that fulfils the strong Wolfe conditions: the loss has fallen by a share
 * of what the slope at the start promised, and the slope is a share of that at the start or less. A
 * bracket around such a point is found first and then made smaller by cubic interpolation, in the
 * way of minFunc, from which PyTorch has it.
 */
final class WolfeSearch {
  private static final double DECREASE = 1e-4;
  private static final double CURVATURE = 0.9;
  private static final int MAX_ITERATIONS = 25;

  private final Line line;
  private final Point start;
  private final double smallest;
  private int iterations;

  /**
   * Prepares a search.
   *
   * @param start the origin of the line, from which the loss falls
   * @param smallest a bracket in which no parameter changes by as much is small enough
   */
  WolfeSearch(Line line, Point start, double smallest) {
    this.line = line;
    this.start = start;
    this.smallest = smallest / Vectors.absoluteMax(line.direction());
  }

  /** The best point found, which may be the start. */
  Point from(double first) {
    Point before = start;
    Point point = line.at(first);
    while (iterations < MAX_ITERATIONS) {
      if (isTooHigh(point) || (iterations > 1 && point.loss() >= before.loss())) {
        return between(before, point);
      }
      if (isFlat(point)) {
        return point;
      }
      if (point.slope() >= 0) {
        return between(before, point);
      }
      double distance = point.distance();
      double least = distance + 0.01 * (distance - before.distance());
      double next = minimum(before, point, least, 10 * distance);
      before = point;
      point = line.at(next);
      iterations++;
    }
    return start.loss() <= point.loss() ? start : point;
  }

  private boolean isTooHigh(Point point) {
    return point.loss() > start.loss() + DECREASE * point.distance() * start.slope();
  }

  private boolean isFlat(Point point) {
    return Math.abs(point.slope()) <= -CURVATURE * start.slope();
  }

  private Point between(Point one, Point other) {
    Point low = one.loss() <= other.loss() ? one : other;
    Point high = one.loss() <= other.loss() ? other : one;
    boolean wasNearEnd = false;
    while (iterations < MAX_ITERATIONS && width(low, high) >= smallest) {
      double distance = middle(low, high);
      boolean isNearEnd = isNearEnd(distance, low, high);
      boolean isMoved = isNearEnd && (wasNearEnd || isOutside(distance, low, high));
      Point point = line.at(isMoved ? inwards(distance, low, high) : distance);
      wasNearEnd = isNearEnd && !isMoved;
      iterations++;
      if (isTooHigh(point) || point.loss() >= low.loss()) {
        high = point.loss() < low.loss() ? low : point;
        low = point.loss() < low.loss() ? point : low;
        continue;
      }
      if (isFlat(point)) {
        return point;
      }
      if (point.slope() * (high.distance() - low.distance()) >= 0) {
        high = low;
      }
      low = point;
    }
    return low;
  }

  private static double width(Point low, Point high) {
    return Math.abs(high.distance() - low.distance());
  }

  private static double left(Point low, Point high) {
    return Math.min(low.distance(), high.distance());
  }

  private static double right(Point low, Point high) {
    return Math.max(low.distance(), high.distance());
  }

  private static double middle(Point low, Point high) {
    return minimum(low, high, left(low, high), right(low, high));
  }

  private static boolean isNearEnd(double distance, Point low, Point high) {
    double gap = Math.min(right(low, high) - distance, distance - left(low, high));
    return gap < 0.1 * width(low, high);
  }

  private static boolean isOutside(double distance, Point low, Point high) {
    return distance >= right(low, high) || distance <= left(low, high);
  }

  /** A tenth of the bracket away from the end that is nearer. */
  private static double inwards(double distance, Point low, Point high) {
    double left = left(low, high);
    double right = right(low, high);
    double tenth = 0.1 * width(low, high);
    return Math.abs(distance - right) < Math.abs(distance - left) ? right - tenth : left + tenth;
  }

  /**
   * The minimum of the cubic with the losses and slopes of two points, within bounds; their middle
   * if the cubic has none, or a loss is infinite.
   */
  private static double minimum(Point one, Point other, double least, double most) {
    Point left = one.distance() <= other.distance() ? one : other;
    Point right = one.distance() <= other.distance() ? other : one;
    double width = right.distance() - left.distance();
    double d1 = left.slope() + right.slope() - 3 * (right.loss() - left.loss()) / width;
    double square = d1 * d1 - left.slope() * right.slope();
    boolean hasMinimum = square >= 0 && square < Double.POSITIVE_INFINITY;
    if (!hasMinimum) {
      return (least + most) / 2;
    }
    double d2 = Math.sqrt(square);
    double share = (right.slope() + d2 - d1) / (right.slope() - left.slope() + 2 * d2);
    return Math.min(Math.max(right.distance() - width * share, least), most);
  }
}

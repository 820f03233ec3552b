package dev.kassei.plotting.render;

import dev.kassei.plotting.figure.Artist;
import dev.kassei.plotting.figure.Orientation;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** How much is drawn in a part of the axes: the length of lines, in pixels. */
final class Ink {
  /** Lines are followed in steps of this many pixels. */
  private static final double STEP = 2;

  private static final int MAX_STEPS = 2_000;

  /** A point that is hidden is worse than a piece of line as wide as it is. */
  private static final double POINT = 20;

  private final Plane plane;
  private final List<Artist> artists;

  Ink(Plane plane, List<Artist> artists) {
    this.plane = plane;
    this.artists = artists;
  }

  double within(Rectangle2D box) {
    return artists.stream().mapToDouble(artist -> within(artist, box)).sum();
  }

  private double within(Artist artist, Rectangle2D box) {
    if (artist instanceof Artist.Line line) {
      return line(line.x(), line.y(), box);
    }
    if (artist instanceof Artist.Points points) {
      return points(points.x(), points.y(), box);
    }
    if (artist instanceof Artist.Steps steps) {
      return steps(steps.edges(), steps.values(), box);
    }
    return artist instanceof Artist.Intervals intervals ? intervals(intervals, box) : 0;
  }

  private double line(double[] x, double[] y, Rectangle2D box) {
    double length = 0;
    for (int i = 1; i < x.length; i++) {
      length += piece(plane.x(x[i - 1]), plane.y(y[i - 1]), plane.x(x[i]), plane.y(y[i]), box);
    }
    return length;
  }

  private static double piece(double fromX, double fromY, double toX, double toY, Rectangle2D box) {
    double length = Math.sqrt((toX - fromX) * (toX - fromX) + (toY - fromY) * (toY - fromY));
    if (!(length >= 0)) {
      return 0;
    }
    int steps = (int) Math.min(MAX_STEPS, Math.ceil(length / STEP) + 1);
    int hidden = 0;
    for (int i = 0; i < steps; i++) {
      double share = (i + 0.5) / steps;
      hidden += box.contains(fromX + share * (toX - fromX), fromY + share * (toY - fromY)) ? 1 : 0;
    }
    return length * hidden / steps;
  }

  /** The top of each step and the way to the next. */
  private double steps(double[] edges, double[] values, Rectangle2D box) {
    double[] x = new double[2 * values.length];
    double[] y = new double[2 * values.length];
    for (int i = 0; i < values.length; i++) {
      x[2 * i] = edges[i];
      x[2 * i + 1] = edges[i + 1];
      y[2 * i] = values[i];
      y[2 * i + 1] = values[i];
    }
    return line(x, y, box);
  }

  private double points(double[] x, double[] y, Rectangle2D box) {
    double hidden = 0;
    for (int i = 0; i < y.length; i++) {
      hidden += box.contains(plane.x(x[i]), plane.y(y[i])) ? POINT : 0;
    }
    return hidden;
  }

  private double intervals(Artist.Intervals intervals, Rectangle2D box) {
    double hidden = 0;
    for (double[] values : List.of(intervals.low(), intervals.centers(), intervals.high())) {
      hidden +=
          intervals.orientation() == Orientation.VERTICAL
              ? points(intervals.positions(), values, box)
              : points(values, intervals.positions(), box);
    }
    return hidden;
  }
}

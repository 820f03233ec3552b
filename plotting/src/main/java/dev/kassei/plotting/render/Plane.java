package dev.kassei.plotting.render;

import dev.kassei.plotting.axis.Interval;
import dev.kassei.plotting.axis.Scales;
import dev.kassei.plotting.figure.Axis;
import dev.kassei.plotting.figure.Orientation;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/**
 * Where values are in the picture.
 *
 * @param area between the axes, in pixels
 */
record Plane(Axis xAxis, Axis yAxis, Interval xShown, Interval yShown, Rectangle2D area) {
  /** Values far beyond the axes are drawn this many axes away. */
  private static final double FAR = 100;

  /** The pixel of a value of x; not a number if it has no place. */
  double x(double value) {
    return xAt(Scales.place(xAxis.scale(), value));
  }

  /** The pixel of a value of y; not a number if it has no place. */
  double y(double value) {
    return yAt(Scales.place(yAxis.scale(), value));
  }

  /** The pixel of a place on the x axis. */
  double xAt(double place) {
    double fraction = fraction(xShown, place);
    return area.getX() + area.getWidth() * (xAxis.inverted() ? 1 - fraction : fraction);
  }

  /** The pixel of a place on the y axis. */
  double yAt(double place) {
    double fraction = fraction(yShown, place);
    return area.getMaxY() - area.getHeight() * (yAxis.inverted() ? 1 - fraction : fraction);
  }

  private static double fraction(Interval shown, double place) {
    return Math.max(-FAR, Math.min(FAR, shown.fraction(place)));
  }

  /** The pixel of a value at a position, where values run in a direction. */
  Point2D point(Orientation values, double position, double value) {
    return values == Orientation.VERTICAL
        ? new Point2D.Double(x(position), y(value))
        : new Point2D.Double(x(value), y(position));
  }

  /** The value nearest to zero that the axis of values shows. */
  double base(Orientation values) {
    Axis axis = values == Orientation.VERTICAL ? yAxis : xAxis;
    Interval shown = values == Orientation.VERTICAL ? yShown : xShown;
    boolean zero = !Double.isNaN(Scales.place(axis.scale(), 0));
    return zero ? 0 : StrictMath.pow(10, shown.low());
  }
}

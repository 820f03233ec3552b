package dev.kassei.plotting.render;

import dev.kassei.plotting.axis.Interval;
import dev.kassei.plotting.figure.Marker;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Shapes that artists are made of. */
final class Outlines {
  private Outlines() {}

  static Shape line(double x1, double y1, double x2, double y2) {
    return new Line2D.Double(x1, y1, x2, y2);
  }

  /** The rectangle between two corners. */
  static Rectangle2D rectangle(Point2D a, Point2D b) {
    var rectangle = new Rectangle2D.Double(a.getX(), a.getY(), 0, 0);
    rectangle.add(b);
    return rectangle;
  }

  /** A line through points, with gaps where points have no place. */
  static Path2D polyline(List<Point2D> points) {
    var path = new Path2D.Double(Path2D.WIND_NON_ZERO, points.size() + 1);
    boolean drawing = false;
    for (Point2D point : points) {
      boolean drawable = isDrawable(point);
      if (drawable && drawing) {
        path.lineTo(point.getX(), point.getY());
      } else if (drawable) {
        path.moveTo(point.getX(), point.getY());
      }
      drawing = drawable;
    }
    return path;
  }

  static boolean isDrawable(Point2D point) {
    return Interval.isDrawable(point.getX()) && Interval.isDrawable(point.getY());
  }

  /** A marker around a point. */
  static Shape marker(Marker marker, Point2D at, double size) {
    double x = at.getX();
    double y = at.getY();
    double half = size / 2;
    return switch (marker) {
      case CIRCLE -> new Ellipse2D.Double(x - half, y - half, size, size);
      case SQUARE -> new Rectangle2D.Double(x - half, y - half, size, size);
      case DIAMOND ->
          AffineTransform.getRotateInstance(1, 1, x, y)
              .createTransformedShape(marker(Marker.SQUARE, at, size));
      case TRIANGLE -> triangle(x, y, half);
      case CROSS -> cross(x, y, size / 6, half);
    };
  }

  private static Shape triangle(double x, double y, double half) {
    var path = new Path2D.Double();
    path.moveTo(x - half, y + half);
    path.lineTo(x + half, y + half);
    path.lineTo(x, y - half);
    path.closePath();
    return path;
  }

  /** Two bars, filled, turned by an eighth. */
  private static Shape cross(double x, double y, double thin, double half) {
    var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    path.append(new Rectangle2D.Double(x - half, y - thin, 2 * half, 2 * thin), false);
    path.append(new Rectangle2D.Double(x - thin, y - half, 2 * thin, 2 * half), false);
    path.transform(AffineTransform.getRotateInstance(1, 1, x, y));
    return path;
  }
}

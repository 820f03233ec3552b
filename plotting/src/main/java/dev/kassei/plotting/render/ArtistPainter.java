package dev.kassei.plotting.render;

import dev.kassei.plotting.canvas.Canvas;
import dev.kassei.plotting.canvas.Pen;
import dev.kassei.plotting.canvas.Words;
import dev.kassei.plotting.figure.Artist;
import dev.kassei.plotting.figure.Color;
import dev.kassei.plotting.figure.Marker;
import dev.kassei.plotting.figure.Orientation;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Draws artists on a plane. */
final class ArtistPainter {
  private static final double BOX_OPACITY = 0.35;
  private static final double OUTLINE = Sizes.POINT;
  private static final double CAP = 3 * Sizes.POINT;
  private static final double DOT = 6 * Sizes.POINT;

  /** Both sides of the black rim around a white one, in points. */
  private static final double HAIRLINE = 1;

  private final Canvas canvas;
  private final Plane plane;

  ArtistPainter(Canvas canvas, Plane plane) {
    this.canvas = canvas;
    this.plane = plane;
  }

  void paint(Artist artist) {
    if (artist instanceof Artist.Line line) {
      paint(line);
    } else if (artist instanceof Artist.Band band) {
      paint(band);
    } else if (artist instanceof Artist.Points points) {
      paint(points);
    } else if (artist instanceof Artist.Bars bars) {
      paint(bars);
    } else if (artist instanceof Artist.Boxes boxes) {
      boxes.boxes().forEach(box -> paint(boxes, box));
    } else if (artist instanceof Artist.Intervals intervals) {
      paint(intervals);
    } else if (artist instanceof Artist.Reference reference) {
      paint(reference);
    } else if (artist instanceof Artist.Steps steps) {
      paint(steps);
    } else if (artist instanceof Artist.HeatMap map) {
      new HeatMapPainter(canvas, plane).paint(map);
    } else if (artist instanceof Artist.Text text) {
      paint(text);
    }
  }

  private void paint(Artist.Line line) {
    Pen pen = new Pen(line.color(), line.width() * Sizes.POINT, line.style());
    canvas.stroke(Outlines.polyline(points(line.x(), line.y())), pen);
  }

  private List<Point2D> points(double[] x, double[] y) {
    var points = new ArrayList<Point2D>();
    for (int i = 0; i < x.length; i++) {
      points.add(new Point2D.Double(plane.x(x[i]), plane.y(y[i])));
    }
    return points;
  }

  /** Piece by piece, so that gaps stay open. */
  private void paint(Artist.Band band) {
    List<Point2D> low = points(band.x(), band.low());
    List<Point2D> high = points(band.x(), band.high());
    var area = new Path2D.Double(Path2D.WIND_NON_ZERO);
    int start = 0;
    for (int i = 0; i <= low.size(); i++) {
      if (i == low.size()
          || !Outlines.isDrawable(low.get(i))
          || !Outlines.isDrawable(high.get(i))) {
        append(area, low.subList(start, i), high.subList(start, i));
        start = i + 1;
      }
    }
    canvas.fill(area, band.color(), band.opacity());
  }

  private static void append(Path2D area, List<Point2D> low, List<Point2D> high) {
    if (low.size() < 2) {
      return;
    }
    area.append(Outlines.polyline(low), false);
    for (int i = high.size() - 1; i >= 0; i--) {
      area.lineTo(high.get(i).getX(), high.get(i).getY());
    }
    area.closePath();
  }

  private void paint(Artist.Points points) {
    for (Point2D point : points(points.x(), points.y())) {
      if (Outlines.isDrawable(point)) {
        paint(canvas, points, point);
      }
    }
  }

  /** One of the points, wherever it is: from the outside to the inside. */
  static void paint(Canvas canvas, Artist.Points points, Point2D at) {
    double size = points.size();
    if (points.rim() > 0) {
      paint(canvas, points, at, size + 2 * points.rim() + HAIRLINE, Color.BLACK);
      paint(canvas, points, at, size + 2 * points.rim(), Color.WHITE);
    }
    paint(canvas, points, at, size, points.color());
    if (points.hole() > 0) {
      paint(canvas, points, at, size * points.hole(), Color.WHITE);
    }
  }

  private static void paint(
      Canvas canvas, Artist.Points points, Point2D at, double size, Color color) {
    canvas.fill(Outlines.marker(points.marker(), at, size * Sizes.POINT), color, points.opacity());
  }

  private void paint(Artist.Bars bars) {
    double base = plane.base(bars.orientation());
    for (int i = 0; i < bars.positions().length; i++) {
      double low = bars.positions()[i] - bars.width() / 2;
      Point2D start = plane.point(bars.orientation(), low, base);
      Point2D end = plane.point(bars.orientation(), low + bars.width(), bars.values()[i]);
      if (Outlines.isDrawable(start) && Outlines.isDrawable(end)) {
        canvas.fill(Outlines.rectangle(start, end), bars.color(), 1);
      }
    }
  }

  private void paint(Artist.Boxes boxes, Artist.Box box) {
    double half = boxes.width() / 2;
    Orientation along = boxes.orientation();
    Point2D start = plane.point(along, box.position() - half, box.firstQuartile());
    Point2D end = plane.point(along, box.position() + half, box.thirdQuartile());
    if (!Outlines.isDrawable(start) || !Outlines.isDrawable(end)) {
      return;
    }
    Rectangle2D body = Outlines.rectangle(start, end);
    Pen pen = Pen.solid(boxes.color(), OUTLINE);
    canvas.fill(body, boxes.color(), BOX_OPACITY);
    canvas.stroke(body, pen);
    whisker(boxes, box.position(), box.firstQuartile(), box.lowWhisker());
    whisker(boxes, box.position(), box.thirdQuartile(), box.highWhisker());
    segment(
        plane.point(along, box.position() - half, box.median()),
        plane.point(along, box.position() + half, box.median()),
        Pen.solid(Color.BLACK, 1.5 * OUTLINE));
  }

  private void whisker(Artist.Boxes boxes, double position, double from, double to) {
    Pen pen = Pen.solid(boxes.color(), OUTLINE);
    Orientation along = boxes.orientation();
    double cap = boxes.width() / 4;
    segment(plane.point(along, position, from), plane.point(along, position, to), pen);
    segment(plane.point(along, position - cap, to), plane.point(along, position + cap, to), pen);
  }

  private void segment(Point2D from, Point2D to, Pen pen) {
    canvas.stroke(Outlines.polyline(List.of(from, to)), pen);
  }

  private void paint(Artist.Intervals intervals) {
    Pen pen = Pen.solid(intervals.color(), 1.5 * OUTLINE);
    boolean vertical = intervals.orientation() == Orientation.VERTICAL;
    double capX = vertical ? CAP : 0;
    double capY = vertical ? 0 : CAP;
    for (int i = 0; i < intervals.positions().length; i++) {
      double position = intervals.positions()[i];
      Point2D low = plane.point(intervals.orientation(), position, intervals.low()[i]);
      Point2D high = plane.point(intervals.orientation(), position, intervals.high()[i]);
      Point2D center = plane.point(intervals.orientation(), position, intervals.centers()[i]);
      segment(low, high, pen);
      cap(low, capX, capY, pen);
      cap(high, capX, capY, pen);
      if (Outlines.isDrawable(center)) {
        canvas.fill(Outlines.marker(Marker.CIRCLE, center, DOT), intervals.color(), 1);
      }
    }
  }

  private void cap(Point2D at, double x, double y, Pen pen) {
    segment(
        new Point2D.Double(at.getX() - x, at.getY() - y),
        new Point2D.Double(at.getX() + x, at.getY() + y),
        pen);
  }

  private void paint(Artist.Reference reference) {
    Pen pen = new Pen(reference.color(), OUTLINE, reference.style());
    Rectangle2D area = plane.area();
    if (reference.orientation() == Orientation.HORIZONTAL) {
      double y = plane.y(reference.value());
      segment(new Point2D.Double(area.getX(), y), new Point2D.Double(area.getMaxX(), y), pen);
    } else {
      double x = plane.x(reference.value());
      segment(new Point2D.Double(x, area.getY()), new Point2D.Double(x, area.getMaxY()), pen);
    }
  }

  private void paint(Artist.Steps steps) {
    double base = plane.base(Orientation.VERTICAL);
    var outline = new ArrayList<Point2D>();
    outline.add(new Point2D.Double(plane.x(steps.edges()[0]), plane.y(base)));
    for (int i = 0; i < steps.values().length; i++) {
      double place = plane.y(steps.values()[i]);
      double y = Double.isNaN(place) ? plane.y(base) : place;
      outline.add(new Point2D.Double(plane.x(steps.edges()[i]), y));
      outline.add(new Point2D.Double(plane.x(steps.edges()[i + 1]), y));
    }
    double end = plane.x(steps.edges()[steps.values().length]);
    outline.add(new Point2D.Double(end, plane.y(base)));
    Path2D path = Outlines.polyline(outline);
    canvas.fill(path, steps.color(), steps.opacity());
    canvas.stroke(path, Pen.solid(steps.color(), OUTLINE));
  }

  private void paint(Artist.Text text) {
    var words =
        new Words(
            text.text(),
            plane.x(text.x()),
            plane.y(text.y()),
            text.size() * Sizes.POINT,
            text.anchor(),
            0,
            text.color());
    if (Outlines.isDrawable(new Point2D.Double(words.x(), words.y()))) {
      canvas.write(words);
    }
  }
}

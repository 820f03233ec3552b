package dev.kassei.plotting.render;

import dev.kassei.plotting.canvas.Canvas;
import dev.kassei.plotting.canvas.Pen;
import dev.kassei.plotting.canvas.Words;
import dev.kassei.plotting.figure.Axes3D;
import dev.kassei.plotting.figure.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Draws a surface between three axes as matplotlib does, as large as its texts let it be. */
final class Axes3DPainter {
  /** The walls at the end of x, of y, and the floor. */
  private static final List<Color> PANES =
      List.of(new Color(0xf8f8f8), new Color(0xf2f2f2), new Color(0xf5f5f5));

  private static final Pen GRID = Pen.solid(new Color(0xb0b0b0), Sizes.LINE);
  private static final Pen EDGE = Pen.solid(Color.BLACK, Sizes.LINE);
  private static final double MIN_SIDE = 20;
  private static final int FITTINGS = 5;

  private final Canvas canvas;

  Axes3DPainter(Canvas canvas) {
    this.canvas = canvas;
  }

  /** Draws below the title. */
  void paint(Axes3D axes, Rectangle2D area) {
    Box box = fitted(axes, area);
    double[] back = box.back();
    for (int i = 0; i < 3; i++) {
      pane(box, back, i);
    }
    for (int i = 0; i < 3; i++) {
      grid(box, back, i);
    }
    for (int i = 0; i < 3; i++) {
      edge(new BoxEdge(box, i));
    }
    canvas.mosaic(Facets.of(axes.surface(), box));
  }

  /** The box whose edges and texts fill the area. */
  private static Box fitted(Axes3D axes, Rectangle2D area) {
    Box box = Box.of(axes, Math.min(area.getWidth(), area.getHeight()));
    for (int i = 0; i < FITTINGS; i++) {
      Rectangle2D bounds = bounds(box);
      double slack =
          Math.min(area.getWidth() - bounds.getWidth(), area.getHeight() - bounds.getHeight());
      box = box.withSide(Math.max(MIN_SIDE, box.side() + slack));
    }
    Rectangle2D bounds = bounds(box);
    return box.withMiddle(
        area.getCenterX() - bounds.getCenterX(), area.getCenterY() - bounds.getCenterY());
  }

  private static Rectangle2D bounds(Box box) {
    Box.Place first = box.corner(0, 0, 0);
    var bounds = new Rectangle2D.Double(first.x(), first.y(), 0, 0);
    for (int i = 1; i < 8; i++) {
      Box.Place place = box.corner(i & 1, i >> 1 & 1, i >> 2);
      bounds.add(place.x(), place.y());
    }
    for (Words words : words(box)) {
      bounds.add(words.bounds());
    }
    return bounds;
  }

  private static List<Words> words(Box box) {
    var words = new ArrayList<Words>();
    for (int i = 0; i < 3; i++) {
      words.addAll(new BoxEdge(box, i).words());
    }
    return words;
  }

  private void pane(Box box, double[] back, int axis) {
    int next = (axis + 1) % 3;
    int other = (axis + 2) % 3;
    var places = new ArrayList<Box.Place>();
    for (int i = 0; i < 4; i++) {
      double[] corner = new double[3];
      corner[axis] = back[axis];
      corner[next] = i == 1 || i == 2 ? 1 : 0;
      corner[other] = i >= 2 ? 1 : 0;
      places.add(box.corner(corner));
    }
    canvas.fill(line(places), PANES.get(axis), 1);
  }

  /** Lines on the two panes that the axis runs along. */
  private void grid(Box box, double[] back, int axis) {
    int next = (axis + 1) % 3;
    int other = (axis + 2) % 3;
    for (int i = 0; i < box.ticks().get(axis).major().length; i++) {
      double[] middle = back.clone();
      middle[axis] = box.tick(axis, i);
      double[] first = middle.clone();
      double[] last = middle.clone();
      first[next] = 1 - back[next];
      last[other] = 1 - back[other];
      canvas.stroke(line(List.of(box.corner(first), box.corner(middle), box.corner(last))), GRID);
    }
  }

  private void edge(BoxEdge edge) {
    canvas.stroke(line(List.of(edge.start(), edge.end())), EDGE);
    for (int i = 0; i < edge.ticks(); i++) {
      canvas.stroke(line(edge.tick(i)), EDGE);
    }
    edge.words().forEach(canvas::write);
  }

  private static Path2D line(List<Box.Place> places) {
    var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    path.moveTo(places.get(0).x(), places.get(0).y());
    for (Box.Place place : places.subList(1, places.size())) {
      path.lineTo(place.x(), place.y());
    }
    return path;
  }
}

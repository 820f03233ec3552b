package dev.kassei.plotting.render;

import dev.kassei.plotting.canvas.Words;
import dev.kassei.plotting.figure.Artist.Anchor;
import dev.kassei.plotting.figure.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** One axis of a box: the edge it runs along, its ticks and texts, placed as in matplotlib. */
final class BoxEdge {
  /** The coordinate along which ticks and labels of each axis stand off. */
  private static final int[] SIDEWAYS = {1, 0, 0};

  private static final double TICK_INWARDS = 0.008;
  private static final double TICK_OUTWARDS = 0.016;

  /** Distances of texts in shares of the box, for a box one pixel wide. */
  private static final double TICK_LABEL_DISTANCE = 22.08 * Sizes.POINT;

  private static final double LABEL_DISTANCE = 48 * Sizes.POINT;
  private static final double GAP = 0.3 * Sizes.LABEL;
  private static final int SHORT = 4;

  private final Box box;
  private final int axis;
  private final double[] start;
  private final double[] end;

  BoxEdge(Box box, int axis) {
    this.box = box;
    this.axis = axis;
    start = box.back();
    start[SIDEWAYS[axis]] = 1 - start[SIDEWAYS[axis]];
    end = start.clone();
    end[axis] = 1 - end[axis];
  }

  Box.Place start() {
    return box.corner(start);
  }

  Box.Place end() {
    return box.corner(end);
  }

  int ticks() {
    return box.ticks().get(axis).major().length;
  }

  /** The two ends of a tick. */
  List<Box.Place> tick(int index) {
    int side = SIDEWAYS[axis];
    double outwards = start[side] == 1 ? 1 : -1;
    double[] inner = at(box.tick(axis, index));
    double[] outer = inner.clone();
    inner[side] -= outwards * TICK_INWARDS;
    outer[side] += outwards * TICK_OUTWARDS;
    return List.of(box.corner(inner), box.corner(outer));
  }

  private double[] at(double along) {
    double[] point = start.clone();
    point[axis] = along;
    return point;
  }

  /** A point of the edge moved away from the middle of the box in the other two directions. */
  private Box.Place beside(double along, double distance) {
    double[] point = at(along);
    for (int i = 0; i < 3; i++) {
      if (i != axis) {
        point[i] += (point[i] > 0.5 ? 1 : -1) * distance / box.side();
      }
    }
    return box.corner(point);
  }

  /** All texts of the axis. */
  List<Words> words() {
    List<Words> words = tickLabels();
    String label = label();
    if (!label.isEmpty()) {
      words.add(placed(label, words));
    }
    return words;
  }

  private List<Words> tickLabels() {
    var words = new ArrayList<Words>();
    for (int i = 0; i < ticks(); i++) {
      Box.Place place = beside(box.tick(axis, i), TICK_LABEL_DISTANCE);
      String text = box.ticks().get(axis).labels().get(i);
      words.add(Words.of(text, place.x(), place.y(), Sizes.LABEL, Anchor.MIDDLE));
    }
    return words;
  }

  private String label() {
    String name = box.axis(axis).label();
    String offset = box.ticks().get(axis).offset();
    if (offset.isEmpty()) {
      return name;
    }
    return name.isEmpty() ? offset : name + " (" + offset + ")";
  }

  /** The label where matplotlib has it, or farther out where tick labels are wide. */
  private Words placed(String label, List<Words> tickLabels) {
    Box.Place middle = box.corner(at(0.5));
    Box.Place usual = beside(0.5, LABEL_DISTANCE);
    double distance = length(usual.x() - middle.x(), usual.y() - middle.y());
    double x = (usual.x() - middle.x()) / distance;
    double y = (usual.y() - middle.y()) / distance;
    double angle = label.length() > SHORT ? angle() : 0;
    Words words = centered(label, 0, 0, angle);
    double needed = reach(tickLabels, x, y) + GAP + extent(words.bounds(), x, y);
    double away = Math.max(distance, needed);
    return centered(label, middle.x() + away * x, middle.y() + away * y, angle);
  }

  private static Words centered(String text, double x, double y, double angle) {
    return new Words(text, x, y, Sizes.LABEL, Anchor.MIDDLE, angle, Color.BLACK);
  }

  /** How far the tick labels reach from the edge in a direction. */
  private double reach(List<Words> tickLabels, double x, double y) {
    Box.Place first = start();
    Box.Place last = end();
    double along = length(last.x() - first.x(), last.y() - first.y());
    double normalX = (first.y() - last.y()) / along;
    double normalY = (last.x() - first.x()) / along;
    double share = normalX * x + normalY * y;
    double reach = 0;
    for (Words words : tickLabels) {
      double away = normalX * (words.x() - first.x()) + normalY * (words.y() - first.y());
      Rectangle2D bounds = centered(words.text(), 0, 0, 0).bounds();
      double farthest = Math.abs(away) + extent(bounds, normalX, normalY);
      reach = Math.max(reach, farthest / Math.max(Math.abs(share), 0.5));
    }
    return reach;
  }

  /** How far a box around the origin reaches in a direction. */
  private static double extent(Rectangle2D bounds, double x, double y) {
    return Math.abs(x) * bounds.getWidth() / 2 + Math.abs(y) * bounds.getHeight() / 2;
  }

  /** The direction of the edge, so that text along it is not upside down. */
  private double angle() {
    double x = end().x() - start().x();
    double y = end().y() - start().y();
    double angle = StrictMath.atan2(y, x);
    if (angle >= Math.PI / 2) {
      return angle - Math.PI;
    }
    return angle < -Math.PI / 2 ? angle + Math.PI : angle;
  }

  private static double length(double x, double y) {
    return Math.sqrt(x * x + y * y);
  }
}

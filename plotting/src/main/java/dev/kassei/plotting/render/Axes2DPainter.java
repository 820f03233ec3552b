package dev.kassei.plotting.render;

import dev.kassei.plotting.axis.AxisTicks;
import dev.kassei.plotting.axis.Interval;
import dev.kassei.plotting.canvas.Canvas;
import dev.kassei.plotting.canvas.Pen;
import dev.kassei.plotting.canvas.Words;
import dev.kassei.plotting.figure.Artist;
import dev.kassei.plotting.figure.Artist.Anchor;
import dev.kassei.plotting.figure.Axes2D;
import dev.kassei.plotting.figure.Axis;
import dev.kassei.plotting.figure.Color;
import dev.kassei.plotting.figure.Legend;
import dev.kassei.plotting.figure.Orientation;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Draws two axes and what is between them. */
final class Axes2DPainter {
  private static final double TICK = 3.5 * Sizes.POINT;
  private static final double MINOR_TICK = 2 * Sizes.POINT;
  private static final double GAP = 4 * Sizes.POINT;
  private static final double TITLE_HEIGHT = 1.7 * Sizes.TITLE;
  private static final double LINE_HEIGHT = 1.3 * Sizes.LABEL;
  private static final double SLANT = -Math.PI / 4;
  private static final double MIN_GAP = 0.6 * Sizes.LABEL;
  private static final int MAX_TICKS = 9;
  private static final Pen EDGE = Pen.solid(Color.BLACK, Sizes.LINE);
  private static final Pen GRID = Pen.solid(new Color(0xe2e2e2), Sizes.LINE);

  private final Canvas canvas;
  private final Axes2D axes;
  private final Rectangle2D cell;
  private final LegendPainter legend;
  private final Extent xExtent;
  private final Extent yExtent;

  Axes2DPainter(Canvas canvas, Axes2D axes, Rectangle2D cell) {
    this.canvas = canvas;
    this.axes = axes;
    this.cell = cell;
    legend = new LegendPainter(canvas, axes.artists());
    xExtent = Extent.of(axes.x(), Orientation.HORIZONTAL, axes.artists());
    yExtent = Extent.of(axes.y(), Orientation.VERTICAL, axes.artists());
  }

  /** What the axes need beside the area between them, in pixels. */
  record Margins(double left, double right, double top, double bottom) {
    /** At least as wide as those of the other axes of the column. */
    Margins inColumnOf(Margins other) {
      return new Margins(Math.max(left, other.left), Math.max(right, other.right), top, bottom);
    }

    /** At least as high as those of the other axes of the row. */
    Margins inRowOf(Margins other) {
      return new Margins(left, right, Math.max(top, other.top), Math.max(bottom, other.bottom));
    }
  }

  private boolean isFramed() {
    return axes.frame() == Axes2D.Frame.BOX;
  }

  /** The margins that keep all texts within the cell. */
  Margins margins() {
    double top = axes.title().isEmpty() ? LINE_HEIGHT / 2 : TITLE_HEIGHT;
    if (!isFramed()) {
      return new Margins(0, right(cell.getHeight()), top, 0);
    }
    double bottom = TICK + GAP + LINE_HEIGHT + labelHeight(axes.x()) + noteHeight();
    double height = cell.getHeight() - top - bottom;
    AxisTicks yTicks = yTicks(yExtent.shown(), height);
    double left = TICK + GAP + widest(yTicks) + labelHeight(axes.y(), yTicks);
    double right = right(height);
    double width = cell.getWidth() - left - right;
    AxisTicks xTicks = xTicks(xExtent.shown(), width);
    if (isCrowded(xTicks, xExtent.shown(), width)) {
      bottom += widest(xTicks) * Math.sqrt(0.5);
    }
    return new Margins(left, Math.max(right, widest(xTicks) / 2), top, bottom);
  }

  private double right(double height) {
    boolean outside = axes.legend() == Legend.OUTSIDE && !legend.isEmpty();
    return LINE_HEIGHT + barRoom(height) + (outside ? legend.room() : 0);
  }

  private double barRoom(double height) {
    return bars().stream().mapToDouble(map -> HeatMapPainter.barRoom(map, height)).sum();
  }

  private List<Artist.HeatMap> bars() {
    return axes.artists().stream()
        .filter(Artist.HeatMap.class::isInstance)
        .map(Artist.HeatMap.class::cast)
        .filter(map -> !map.colorBarLabel().isEmpty())
        .toList();
  }

  private static double labelHeight(Axis axis) {
    return axis.label().isEmpty() ? 0 : LINE_HEIGHT;
  }

  private static double labelHeight(Axis axis, AxisTicks ticks) {
    return axis.label().isEmpty() && ticks.offset().isEmpty() ? 0 : LINE_HEIGHT + GAP;
  }

  private double noteHeight() {
    return note().isEmpty() ? 0 : 1.5 * Sizes.NOTE;
  }

  /** What a logarithmic axis leaves out. */
  private String note() {
    return Extent.note(xExtent, yExtent);
  }

  private static double widest(AxisTicks ticks) {
    return ticks.labels().stream().mapToDouble(Axes2DPainter::width).max().orElse(0);
  }

  private static double width(String label) {
    return Words.of(label, 0, 0, Sizes.LABEL, Anchor.START).width();
  }

  private AxisTicks yTicks(Interval shown, double height) {
    return AxisTicks.of(axes.y(), shown, most(height / (2 * Sizes.LABEL)));
  }

  /** As many ticks as have room for their labels. */
  private AxisTicks xTicks(Interval shown, double width) {
    int most = most(width / (3 * Sizes.LABEL));
    AxisTicks ticks = AxisTicks.of(axes.x(), shown, most);
    while (most > 1 && isCrowded(ticks, shown, width)) {
      most--;
      ticks = AxisTicks.of(axes.x(), shown, most);
    }
    return ticks;
  }

  private static int most(double room) {
    return (int) Math.max(1, Math.min(MAX_TICKS, room));
  }

  private static boolean isCrowded(AxisTicks ticks, Interval shown, double width) {
    for (int i = 1; i < ticks.major().length; i++) {
      double distance = (ticks.major()[i] - ticks.major()[i - 1]) / shown.size() * width;
      double labels = (width(ticks.labels().get(i)) + width(ticks.labels().get(i - 1))) / 2;
      if (labels + MIN_GAP > distance) {
        return true;
      }
    }
    return false;
  }

  void paint(Margins margins) {
    var area =
        new Rectangle2D.Double(
            cell.getX() + margins.left(),
            cell.getY() + margins.top(),
            Math.max(1, cell.getWidth() - margins.left() - margins.right()),
            Math.max(1, cell.getHeight() - margins.top() - margins.bottom()));
    var plane = new Plane(axes.x(), axes.y(), xExtent.shown(), yExtent.shown(), area);
    AxisTicks xTicks = xTicks(plane.xShown(), area.getWidth());
    AxisTicks yTicks = yTicks(plane.yShown(), area.getHeight());
    if (isFramed() && axes.artists().stream().noneMatch(Artist.HeatMap.class::isInstance)) {
      grid(plane, xTicks, yTicks);
    }
    var painter = new ArtistPainter(canvas, plane);
    canvas.clip(area, () -> axes.artists().forEach(painter::paint));
    bars().forEach(new HeatMapPainter(canvas, plane)::paintBar);
    if (isFramed()) {
      frame(plane, xTicks, yTicks);
    }
    if (!legend.isEmpty() && axes.legend() != Legend.NONE) {
      legend.paint(axes.legend(), plane, barRoom(area.getHeight()));
    }
    write(axes.title(), area.getCenterX(), area.getY() - TITLE_HEIGHT / 2, Sizes.TITLE);
  }

  private void write(String text, double x, double y, double size) {
    if (!text.isEmpty()) {
      canvas.write(Words.of(text, x, y, size, Anchor.MIDDLE));
    }
  }

  private void grid(Plane plane, AxisTicks xTicks, AxisTicks yTicks) {
    Rectangle2D area = plane.area();
    for (double place : xTicks.major()) {
      double x = plane.xAt(place);
      canvas.stroke(Outlines.line(x, area.getY(), x, area.getMaxY()), GRID);
    }
    for (double place : yTicks.major()) {
      double y = plane.yAt(place);
      canvas.stroke(Outlines.line(area.getX(), y, area.getMaxX(), y), GRID);
    }
  }

  private void frame(Plane plane, AxisTicks xTicks, AxisTicks yTicks) {
    canvas.stroke(plane.area(), EDGE);
    Rectangle2D area = plane.area();
    double below = xAxis(plane, xTicks);
    double left = yAxis(plane, yTicks);
    String xLabel = label(axes.x(), xTicks);
    write(xLabel, area.getCenterX(), below + LINE_HEIGHT / 2, Sizes.LABEL);
    String yLabel = label(axes.y(), yTicks);
    if (!yLabel.isEmpty()) {
      canvas.write(
          new Words(
              yLabel,
              left - GAP - LINE_HEIGHT / 2,
              area.getCenterY(),
              Sizes.LABEL,
              Anchor.MIDDLE,
              -Math.PI / 2,
              Color.BLACK));
    }
    if (!note().isEmpty()) {
      double y = cell.getMaxY() - Sizes.NOTE / 2;
      canvas.write(new Words(note(), area.getMaxX(), y, Sizes.NOTE, Anchor.END, 0, Color.GRAY));
    }
  }

  private static String label(Axis axis, AxisTicks ticks) {
    if (ticks.offset().isEmpty()) {
      return axis.label();
    }
    return axis.label().isEmpty() ? ticks.offset() : axis.label() + " (" + ticks.offset() + ")";
  }

  /** Draws ticks and their labels, and returns where they end. */
  private double xAxis(Plane plane, AxisTicks ticks) {
    double bottom = plane.area().getMaxY();
    boolean slanted = isCrowded(ticks, plane.xShown(), plane.area().getWidth());
    double labels = bottom + TICK + GAP + Sizes.LABEL * 0.4;
    for (int i = 0; i < ticks.major().length; i++) {
      double x = plane.xAt(ticks.major()[i]);
      canvas.stroke(Outlines.line(x, bottom, x, bottom + TICK), EDGE);
      String text = ticks.labels().get(i);
      canvas.write(
          slanted
              ? new Words(text, x, labels, Sizes.LABEL, Anchor.END, SLANT, Color.BLACK)
              : Words.of(text, x, labels, Sizes.LABEL, Anchor.MIDDLE));
    }
    for (double place : ticks.minor()) {
      double x = plane.xAt(place);
      canvas.stroke(Outlines.line(x, bottom, x, bottom + MINOR_TICK), EDGE);
    }
    double turned = slanted ? widest(ticks) * Math.sqrt(0.5) : 0;
    return bottom + TICK + GAP + LINE_HEIGHT + turned;
  }

  /** Draws ticks and their labels, and returns where they end. */
  private double yAxis(Plane plane, AxisTicks ticks) {
    double left = plane.area().getX();
    for (int i = 0; i < ticks.major().length; i++) {
      double y = plane.yAt(ticks.major()[i]);
      canvas.stroke(Outlines.line(left - TICK, y, left, y), EDGE);
      String text = ticks.labels().get(i);
      canvas.write(Words.of(text, left - TICK - GAP, y, Sizes.LABEL, Anchor.END));
    }
    for (double place : ticks.minor()) {
      double y = plane.yAt(place);
      canvas.stroke(Outlines.line(left - MINOR_TICK, y, left, y), EDGE);
    }
    return left - TICK - GAP - widest(ticks);
  }
}

package dev.kassei.plotting.render;

import dev.kassei.plotting.axis.AxisTicks;
import dev.kassei.plotting.axis.Interval;
import dev.kassei.plotting.axis.Scales;
import dev.kassei.plotting.canvas.Canvas;
import dev.kassei.plotting.canvas.Pen;
import dev.kassei.plotting.canvas.Tile;
import dev.kassei.plotting.canvas.Words;
import dev.kassei.plotting.figure.Artist.Anchor;
import dev.kassei.plotting.figure.Artist.HeatMap;
import dev.kassei.plotting.figure.Axis;
import dev.kassei.plotting.figure.Color;
import dev.kassei.plotting.figure.Scale;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Draws heat maps and their colour bars. */
public final class HeatMapPainter {
  private static final double BAR_WIDTH = 1.2 * Sizes.LABEL;
  private static final double BAR_DISTANCE = Sizes.LABEL;
  private static final double TICK = 3.5 * Sizes.POINT;
  private static final int BAR_STEPS = 128;

  /** The luminance on which black and white are equally easy to read. */
  private static final double EQUAL_CONTRAST = 0.46;

  private final Canvas canvas;
  private final Plane plane;

  HeatMapPainter(Canvas canvas, Plane plane) {
    this.canvas = canvas;
    this.plane = plane;
  }

  void paint(HeatMap map) {
    var tiles = new ArrayList<Tile>();
    for (int row = 0; row < map.values().length; row++) {
      addRow(map, row, tiles);
    }
    canvas.mosaic(tiles);
    for (int row = 0; row < map.texts().size(); row++) {
      for (int column = 0; column < map.texts().get(row).size(); column++) {
        write(map, row, column);
      }
    }
  }

  /** Neighbours of one colour are one tile. */
  private void addRow(HeatMap map, int row, List<Tile> tiles) {
    double[] values = map.values()[row];
    int start = 0;
    for (int i = 1; i <= values.length; i++) {
      boolean ends =
          i == values.length
              || Double.isNaN(values[i]) != Double.isNaN(values[start])
              || color(map, values[i]).rgb() != color(map, values[start]).rgb();
      if (ends) {
        if (!Double.isNaN(values[start])) {
          tiles.add(tile(map, row, start, i));
        }
        start = i;
      }
    }
  }

  /** On whole pixels, since what lies behind would shine through where two tiles share one. */
  private Tile tile(HeatMap map, int row, int from, int to) {
    double left = Math.rint(plane.x(map.xEdges()[from]));
    double right = Math.rint(plane.x(map.xEdges()[to]));
    double first = Math.rint(plane.y(map.yEdges()[row]));
    double last = Math.rint(plane.y(map.yEdges()[row + 1]));
    double[] corners = {left, first, right, first, right, last, left, last};
    return new Tile(corners, color(map, map.values()[row][from]));
  }

  private static Color color(HeatMap map, double value) {
    Interval range = new Interval(place(map, map.low()), place(map, map.high()));
    return map.colorMap().at(range.size() > 0 ? range.fraction(place(map, value)) : 0);
  }

  private static double place(HeatMap map, double value) {
    return Scales.place(map.scale(), value);
  }

  private void write(HeatMap map, int row, int column) {
    double x = plane.x((map.xEdges()[column] + map.xEdges()[column + 1]) / 2);
    double y = plane.y((map.yEdges()[row] + map.yEdges()[row + 1]) / 2);
    double value = map.values()[row][column];
    Color back = Double.isNaN(value) ? Color.WHITE : color(map, value);
    Color front = back.luminance() < EQUAL_CONTRAST ? Color.WHITE : Color.BLACK;
    String text = map.texts().get(row).get(column);
    canvas.write(new Words(text, x, y, Sizes.LABEL, Anchor.MIDDLE, 0, front));
  }

  /** How much room a colour bar needs to the right of the axes. */
  static double barRoom(HeatMap map, double height) {
    double labels = 0;
    for (String label : barTicks(map, height).labels()) {
      labels = Math.max(labels, Words.of(label, 0, 0, Sizes.LABEL, Anchor.START).width());
    }
    return BAR_DISTANCE + BAR_WIDTH + 2 * TICK + labels + 2 * Sizes.LABEL;
  }

  private static AxisTicks barTicks(HeatMap map, double height) {
    int most = (int) Math.max(1, Math.min(9, height / (2 * Sizes.LABEL)));
    return AxisTicks.of(barAxis(map), barInterval(map), most);
  }

  /** The axis beside a colour bar. */
  public static Axis barAxis(HeatMap map) {
    String label = map.colorBarLabel();
    return map.scale() instanceof Scale.Log ? Axis.log(label) : Axis.linear(label);
  }

  /** What that axis shows. */
  public static Interval barInterval(HeatMap map) {
    return new Interval(place(map, map.low()), place(map, map.high())).nonsingular();
  }

  void paintBar(HeatMap map) {
    Rectangle2D area = plane.area();
    double x = area.getMaxX() + BAR_DISTANCE;
    double step = area.getHeight() / BAR_STEPS;
    var tiles = new ArrayList<Tile>();
    for (int i = 0; i < BAR_STEPS; i++) {
      double low = Math.rint(area.getMaxY() - i * step);
      double high = Math.rint(area.getMaxY() - (i + 1) * step);
      double right = x + BAR_WIDTH;
      double[] corners = {x, low, right, low, right, high, x, high};
      tiles.add(new Tile(corners, map.colorMap().at((i + 0.5) / BAR_STEPS)));
    }
    canvas.mosaic(tiles);
    var bar = new Rectangle2D.Double(x, area.getY(), BAR_WIDTH, area.getHeight());
    canvas.stroke(bar, Pen.solid(Color.BLACK, Sizes.LINE));
    paintBarTicks(map, bar);
  }

  private void paintBarTicks(HeatMap map, Rectangle2D bar) {
    Interval shown = barInterval(map);
    AxisTicks ticks = barTicks(map, bar.getHeight());
    double x = bar.getMaxX();
    for (int i = 0; i < ticks.major().length; i++) {
      double y = bar.getMaxY() - bar.getHeight() * shown.fraction(ticks.major()[i]);
      canvas.stroke(Outlines.line(x, y, x + TICK, y), Pen.solid(Color.BLACK, Sizes.LINE));
      canvas.write(Words.of(ticks.labels().get(i), x + 2 * TICK, y, Sizes.LABEL, Anchor.START));
    }
    String offset = ticks.offset().isEmpty() ? "" : " (" + ticks.offset() + ")";
    double labelX = bar.getX() - BAR_DISTANCE + barRoom(map, bar.getHeight()) - Sizes.LABEL;
    canvas.write(
        new Words(
            map.colorBarLabel() + offset,
            labelX,
            bar.getCenterY(),
            Sizes.LABEL,
            Anchor.MIDDLE,
            -Math.PI / 2,
            Color.BLACK));
  }
}

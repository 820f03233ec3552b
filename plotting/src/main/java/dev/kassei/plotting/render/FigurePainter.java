package dev.kassei.plotting.render;

import dev.kassei.plotting.canvas.Canvas;
import dev.kassei.plotting.canvas.Words;
import dev.kassei.plotting.figure.Artist.Anchor;
import dev.kassei.plotting.figure.Axes2D;
import dev.kassei.plotting.figure.Axes3D;
import dev.kassei.plotting.figure.Figure;
import dev.kassei.plotting.figure.Panel;
import dev.kassei.plotting.render.Axes2DPainter.Margins;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Draws a figure: its title, and its panels in cells of equal size. */
public final class FigurePainter {
  private static final double LINE_HEIGHT = 1.6;

  private final Canvas canvas;

  public FigurePainter(Canvas canvas) {
    this.canvas = canvas;
  }

  public void paint(Figure figure) {
    var all = new Rectangle2D.Double(0, 0, figure.width(), figure.height());
    Rectangle2D grid = titled(figure.title(), all, Sizes.FIGURE_TITLE);
    double width = grid.getWidth() / figure.columns();
    double height = grid.getHeight() / figure.rows();
    List<Rectangle2D> cells = new ArrayList<>();
    for (int i = 0; i < figure.panels().size(); i++) {
      int row = i / figure.columns();
      int column = i % figure.columns();
      double x = grid.getX() + column * width;
      double y = grid.getY() + row * height;
      double margin = Sizes.MARGIN;
      cells.add(
          new Rectangle2D.Double(x + margin, y + margin, width - 2 * margin, height - 2 * margin));
    }
    paint(figure, cells);
  }

  private void paint(Figure figure, List<Rectangle2D> cells) {
    var planes = new TreeMap<Integer, Axes2DPainter>();
    for (int i = 0; i < cells.size(); i++) {
      Rectangle2D cell = cells.get(i);
      Panel panel = figure.panels().get(i);
      if (panel instanceof Axes3D axes) {
        new Axes3DPainter(canvas).paint(axes, titled(axes.title(), cell, Sizes.TITLE));
      } else if (panel instanceof Axes2D axes) {
        planes.put(i, new Axes2DPainter(canvas, axes, cell));
      }
    }
    paint(planes, figure.columns());
  }

  /** Plane axes stand in line with those of their column and row. */
  private static void paint(Map<Integer, Axes2DPainter> planes, int columns) {
    var all = new TreeMap<Integer, Margins>();
    planes.forEach((place, plane) -> all.put(place, plane.margins()));
    planes.forEach(
        (place, plane) -> {
          Margins margins = all.get(place);
          for (Map.Entry<Integer, Margins> other : all.entrySet()) {
            boolean sameColumn = other.getKey() % columns == place % columns;
            boolean sameRow = other.getKey() / columns == place / columns;
            margins = sameColumn ? margins.inColumnOf(other.getValue()) : margins;
            margins = sameRow ? margins.inRowOf(other.getValue()) : margins;
          }
          plane.paint(margins);
        });
  }

  /** Writes a title at the top of an area and returns the rest of the area. */
  private Rectangle2D titled(String title, Rectangle2D area, double size) {
    if (title.isEmpty()) {
      return area;
    }
    double height = size * LINE_HEIGHT;
    canvas.write(Words.of(title, area.getCenterX(), area.getY() + height / 2, size, Anchor.MIDDLE));
    return new Rectangle2D.Double(
        area.getX(), area.getY() + height, area.getWidth(), area.getHeight() - height);
  }
}

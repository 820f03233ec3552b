package dev.kassei.plotting.render;

import dev.kassei.plotting.canvas.Canvas;
import dev.kassei.plotting.canvas.Words;
import dev.kassei.plotting.figure.Artist.Anchor;
import dev.kassei.plotting.figure.Axes2D;
import dev.kassei.plotting.figure.Axes3D;
import dev.kassei.plotting.figure.Figure;
import dev.kassei.plotting.figure.Panel;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

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
      double x = grid.getX() + i % figure.columns() * width;
      double y = grid.getY() + i / figure.columns() * height;
      double margin = Sizes.MARGIN;
      cells.add(
          new Rectangle2D.Double(x + margin, y + margin, width - 2 * margin, height - 2 * margin));
    }
    paint(figure.panels(), cells);
  }

  /** Plane axes all have the same margins, so that they stand in line. */
  private void paint(List<Panel> panels, List<Rectangle2D> cells) {
    var planes = new ArrayList<Axes2DPainter>();
    for (int i = 0; i < panels.size(); i++) {
      Rectangle2D cell = cells.get(i);
      if (panels.get(i) instanceof Axes3D axes) {
        new Axes3DPainter(canvas).paint(axes, titled(axes.title(), cell, Sizes.TITLE));
      } else if (panels.get(i) instanceof Axes2D axes) {
        planes.add(new Axes2DPainter(canvas, axes, cell));
      }
    }
    planes.stream()
        .map(Axes2DPainter::margins)
        .reduce(Axes2DPainter.Margins::max)
        .ifPresent(margins -> planes.forEach(plane -> plane.paint(margins)));
  }

  /** Writes a title at the top of an area and returns the rest of the area. */
  private Rectangle2D titled(String title, Rectangle2D area, double size) {
    if (title.isEmpty()) {
      return area;
    }
    double height = size * LINE_HEIGHT;
    canvas.write(
        Words.of(title, area.getCenterX(), area.getY() + height / 2, size, Anchor.MIDDLE));
    return new Rectangle2D.Double(
        area.getX(), area.getY() + height, area.getWidth(), area.getHeight() - height);
  }
}

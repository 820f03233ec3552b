package dev.kassei.plotting.canvas;

import dev.kassei.plotting.figure.Color;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** A surface to draw on, in pixels of the figure, y downwards; what comes later lies above. */
public interface Canvas {
  /** Fills a shape, by winding. */
  void fill(Shape shape, Color color, double opacity);

  /** Draws along a shape. */
  void stroke(Shape shape, Pen pen);

  /** Fills polygons and outlines each in its own colour, so that neighbours meet without a seam. */
  void mosaic(List<Tile> tiles);

  /** Writes a text. */
  void write(Words words);

  /** Draws what lies in an area and nothing beyond it. */
  void clip(Rectangle2D area, Runnable drawing);
}

package dev.kassei.plotting.render;

import dev.kassei.plotting.canvas.Canvas;
import dev.kassei.plotting.figure.Axes2D;
import java.awt.geom.Rectangle2D;

record Axes2DPainter(Canvas canvas, Axes2D axes, Rectangle2D cell) {
  void paint() {}
}

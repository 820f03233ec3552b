package dev.kassei.plotting.canvas;

import dev.kassei.plotting.figure.Color;
import java.awt.geom.Path2D;

/**
 * A polygon of one colour.
 *
 * @param corners x and y in turn
 */
public record Tile(double[] corners, Color color) {
  /** The width of a tile's outline, in pixels. */
  static final double SEAM = 0.6;

  Path2D path() {
    var path = new Path2D.Double(Path2D.WIND_NON_ZERO, corners.length / 2 + 1);
    path.moveTo(corners[0], corners[1]);
    for (int i = 2; i < corners.length; i += 2) {
      path.lineTo(corners[i], corners[i + 1]);
    }
    path.closePath();
    return path;
  }
}

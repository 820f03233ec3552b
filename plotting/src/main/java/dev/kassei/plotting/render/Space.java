package dev.kassei.plotting.render;

import dev.kassei.plotting.axis.Interval;
import dev.kassei.plotting.axis.Scales;
import dev.kassei.plotting.figure.Axes3D;
import dev.kassei.plotting.figure.Axis;
import java.util.List;

/** What three axes show: the surface between them, and margins as wide as matplotlib's. */
public final class Space {
  /** Around the box of all axes, after the data's margin of 1/20 along x and y. */
  private static final double MARGIN = 1.0 / 48;

  private static final double GROUND_MARGIN = 0.05 + 1.1 * MARGIN;

  private Space() {}

  /**
   * The intervals of x, y and z.
   *
   * @param heights rows of one surface, or of all that the axes shall have room for
   */
  public static List<Interval> shown(Axes3D axes, double[]... heights) {
    return List.of(
        shown(axes.x(), GROUND_MARGIN, axes.surface().x()),
        shown(axes.y(), GROUND_MARGIN, axes.surface().y()),
        shown(axes.z(), MARGIN, heights));
  }

  private static Interval shown(Axis axis, double margin, double[]... values) {
    double[][] places = new double[values.length][];
    for (int i = 0; i < values.length; i++) {
      places[i] = new double[values[i].length];
      for (int j = 0; j < places[i].length; j++) {
        places[i][j] = Scales.place(axis.scale(), values[i][j]);
      }
    }
    return Scales.shown(axis, Interval.of(places), margin);
  }
}

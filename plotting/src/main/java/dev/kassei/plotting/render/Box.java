package dev.kassei.plotting.render;

import dev.kassei.plotting.axis.AxisTicks;
import dev.kassei.plotting.axis.Interval;
import dev.kassei.plotting.axis.Scales;
import dev.kassei.plotting.figure.Axes3D;
import dev.kassei.plotting.figure.Axis;
import dev.kassei.plotting.figure.Surface;
import java.util.List;

/**
 * The box that a surface stands in, at its place in the picture.
 *
 * @param shown what the axes x, y and z show
 * @param side the width of matplotlib's square axes, in pixels
 * @param middleX where the middle of the box is
 * @param middleY where the middle of the box is
 */
record Box(
    Axes3D axes,
    Camera camera,
    List<Interval> shown,
    List<AxisTicks> ticks,
    double side,
    double middleX,
    double middleY) {
  /** The width of matplotlib's view at the focal length. */
  private static final double VIEW = 0.185;

  private static final double TICK_SPACE = 3 * Sizes.LABEL;
  private static final int MAX_TICKS = 9;

  /** A point in the picture, and its distance from the eye. */
  record Place(double x, double y, double depth) {}

  static Box of(Axes3D axes, double side) {
    Surface surface = axes.surface();
    int most = (int) Math.max(2, Math.min(MAX_TICKS, side / TICK_SPACE));
    List<Interval> shown = Space.shown(axes, surface.z());
    List<AxisTicks> ticks =
        List.of(
            AxisTicks.of(axes.x(), shown.get(0), most),
            AxisTicks.of(axes.y(), shown.get(1), most),
            AxisTicks.of(axes.z(), shown.get(2), most));
    return new Box(axes, new Camera(axes.view()), shown, ticks, side, 0, 0);
  }

  Box withSide(double newSide) {
    return new Box(axes, camera, shown, ticks, newSide, middleX, middleY);
  }

  Box withMiddle(double x, double y) {
    return new Box(axes, camera, shown, ticks, side, x, y);
  }

  Axis axis(int i) {
    return List.of(axes.x(), axes.y(), axes.z()).get(i);
  }

  /** Where the values of the three axes meet. */
  Place place(double x, double y, double z) {
    return corner(fraction(0, x), fraction(1, y), fraction(2, z));
  }

  /** Beyond the limits a surface is cut off flat. */
  private double fraction(int i, double value) {
    double place = Scales.place(axis(i).scale(), value);
    double fraction = shown.get(i).fraction(place);
    double cut = Interval.isDrawable(place) ? Math.max(0, Math.min(1, fraction)) : Double.NaN;
    return axis(i).inverted() ? 1 - cut : cut;
  }

  /** Where ticks of an axis are, from 0 to 1. */
  double tick(int i, int index) {
    double fraction = shown.get(i).fraction(ticks.get(i).major()[index]);
    return axis(i).inverted() ? 1 - fraction : fraction;
  }

  /** A point by its distances from the first corner, each from 0 to 1. */
  Place corner(double... at) {
    Camera.Seen seen = camera.see(at[0], at[1], at[2]);
    double scale = side / VIEW;
    return new Place(middleX + scale * seen.x(), middleY - scale * seen.y(), seen.depth());
  }

  /** The corner farthest from the eye: 0 or 1 along each axis. */
  double[] back() {
    double[] back = new double[3];
    for (int i = 0; i < 3; i++) {
      double[] first = {0.5, 0.5, 0.5};
      double[] last = first.clone();
      first[i] = 0;
      last[i] = 1;
      back[i] = corner(last).depth() > corner(first).depth() ? 1 : 0;
    }
    return back;
  }
}

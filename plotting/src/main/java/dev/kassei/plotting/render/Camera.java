package dev.kassei.plotting.render;

import dev.kassei.plotting.figure.Axes3D.View;

/**
 * The perspective of matplotlib: a box of 4 : 4 : 3, ten units away from the eye, focal length 1.
 */
public final class Camera {
  private static final double DISTANCE = 10;

  /** matplotlib's size of a 4 : 4 : 3 box, widened by its margin of 1/48 on either side. */
  private static final double UNIT = 1.8294640721620434 * 25 / 24 / Math.sqrt(41);

  private static final double[] BOX = {4 * UNIT, 4 * UNIT, 3 * UNIT};

  private final double[] toEye;
  private final double[] toRight;
  private final double[] upwards;

  public Camera(View view) {
    double elevation = StrictMath.toRadians(view.elevation());
    double azimuth = StrictMath.toRadians(view.azimuth());
    double cos = StrictMath.cos(elevation);
    double sin = StrictMath.sin(elevation);
    toEye = new double[] {cos * StrictMath.cos(azimuth), cos * StrictMath.sin(azimuth), sin};
    toRight = new double[] {-StrictMath.sin(azimuth), StrictMath.cos(azimuth), 0};
    upwards = new double[] {-sin * StrictMath.cos(azimuth), -sin * StrictMath.sin(azimuth), cos};
  }

  /** A point of the box, each coordinate from 0 to 1, as the camera sees it. */
  public Seen see(double x, double y, double z) {
    double[] fromMiddle = {(x - 0.5) * BOX[0], (y - 0.5) * BOX[1], (z - 0.5) * BOX[2]};
    double depth = DISTANCE - dot(fromMiddle, toEye);
    return new Seen(dot(fromMiddle, toRight) / depth, dot(fromMiddle, upwards) / depth, depth);
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }

  /**
   * A point seen.
   *
   * @param x to the right of the middle
   * @param y above the middle
   * @param depth how far it is in front of the eye
   */
  public record Seen(double x, double y, double depth) {}
}

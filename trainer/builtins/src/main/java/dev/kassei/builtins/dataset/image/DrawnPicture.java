package dev.kassei.builtins.dataset.image;

import dev.kassei.api.ImageShape;

/**
 * A grey picture that is hard to learn in several ways: a disc with a sharp edge, stripes that grow
 * finer, and a soft spot.
 */
final class DrawnPicture {
  private static final double GROUND = 0.2;
  private static final double DISC = 0.9;

  private DrawnPicture() {}

  /** The picture with so many pixels on each side. */
  static Picture of(int side) {
    double[] values = new double[side * side];
    for (int i = 0; i < values.length; i++) {
      int row = i / side;
      values[i] = value((i % side + 0.5) / side, (row + 0.5) / side);
    }
    return new Picture(new ImageShape(side, side, 1), values);
  }

  /** The grey at a place, x and y from 0 to 1, downwards. */
  private static double value(double x, double y) {
    if (squared(x - 0.28) + squared(y - 0.3) < squared(0.2)) {
      return DISC;
    }
    if (y > 0.6) {
      return 0.5 + 0.5 * StrictMath.sin(2 * Math.PI * x * (2 + 10 * x));
    }
    double spot = StrictMath.exp(-(squared(x - 0.75) + squared(y - 0.3)) / squared(0.15));
    return GROUND + (1 - GROUND) * spot;
  }

  private static double squared(double value) {
    return value * value;
  }
}

package dev.kassei.testkit;

import java.util.Arrays;

/** Inputs for checks: spread evenly, reproducible, and never at a round number. */
final class Points {
  private static final double GOLDEN = 0.6180339887498949;

  private Points() {}

  /** {@code count} numbers between {@code low} and {@code high}, not in order. */
  static double[] spread(int count, double low, double high) {
    double[] points = new double[count];
    Arrays.setAll(points, i -> low + (high - low) * fraction((i + 1) * GOLDEN));
    return points;
  }

  /** {@code rows} rows of numbers between −4 and 4, rounded to float32. */
  static double[] rows(int rows, int width) {
    double[] points = spread(rows * width, -4, 4);
    Arrays.setAll(points, i -> (float) points[i]);
    return points;
  }

  /** The number in column {@code column} while another column is watched, between −1 and 1. */
  static double resting(int column) {
    return (float) (2 * fraction((column + 5) * GOLDEN) - 1);
  }

  /**
   * The weight of output {@code column} in a sum of outputs, ½ to 1, exact in float32; 1 for a
   * single output.
   */
  static double weight(int column, int outputs) {
    return outputs == 1 ? 1 : (float) (0.5 + fraction((column + 2) * GOLDEN) / 2);
  }

  private static double fraction(double x) {
    return x - Math.floor(x);
  }
}

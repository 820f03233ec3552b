package dev.kassei.plotting.figure;

import static dev.kassei.api.value.Requirements.require;

/**
 * Heights over a mesh. The arrays are not copied.
 *
 * @param x ascending
 * @param y ascending
 * @param z {@code z[row][column]} is the height over {@code y[row]}, {@code x[column]}; values that
 *     are not finite leave holes
 */
public record Surface(double[] x, double[] y, double[][] z, ColorMap colorMap) {
  public Surface {
    require(
        x.length > 1 && y.length > 1,
        "a surface needs at least 2 × 2 points but has %s × %s",
        y.length,
        x.length);
    require(z.length == y.length, "expected %s rows of heights but got %s", y.length, z.length);
    for (double[] row : z) {
      require(row.length == x.length, "expected %s heights per row, got %s", x.length, row.length);
    }
  }
}

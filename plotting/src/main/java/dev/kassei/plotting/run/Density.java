package dev.kassei.plotting.run;

import dev.kassei.plotting.axis.Interval;
import dev.kassei.plotting.figure.Artist;
import dev.kassei.plotting.figure.ColorMap;
import dev.kassei.plotting.figure.Scale;
import java.util.Arrays;
import java.util.List;

/**
 * How many rows lie in each cell of a grid. As points, many rows are a blot that hides how many
 * they are; cells have colours by the logarithms of their counts, and where nothing lies, none.
 */
final class Density {
  private static final int MAX_POINTS = 5_000;
  private static final int COLUMNS = 100;
  private static final int ROWS = 80;

  private Density() {}

  /** Whether so many rows are drawn by density. */
  static boolean isFor(int rows) {
    return rows > MAX_POINTS;
  }

  /** The rows at x and y that have a place. */
  static Artist of(double[] x, double[] y) {
    Interval width = Interval.of(x).nonsingular();
    Interval height = Interval.of(y).nonsingular();
    double[][] counts = new double[ROWS][COLUMNS];
    for (int i = 0; i < x.length; i++) {
      if (Interval.isDrawable(x[i]) && Interval.isDrawable(y[i])) {
        counts[cell(height, y[i], ROWS)][cell(width, x[i], COLUMNS)]++;
      }
    }
    double most = Arrays.stream(counts).flatMapToDouble(Arrays::stream).max().orElseThrow();
    for (double[] row : counts) {
      Arrays.setAll(row, i -> row[i] == 0 ? Double.NaN : row[i]);
    }
    return new Artist.HeatMap(
        edges(width, COLUMNS),
        edges(height, ROWS),
        counts,
        ColorMap.VIRIDIS,
        new Scale.Log(),
        1,
        Math.max(10, most),
        List.of(),
        "Rows per cell");
  }

  private static int cell(Interval range, double value, int cells) {
    return Math.min(cells - 1, (int) (cells * range.fraction(value)));
  }

  private static double[] edges(Interval range, int cells) {
    double[] edges = new double[cells + 1];
    Arrays.setAll(edges, i -> range.low() + range.size() * i / cells);
    return edges;
  }
}

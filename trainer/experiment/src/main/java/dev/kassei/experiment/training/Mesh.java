package dev.kassei.experiment.training;

import dev.kassei.experiment.config.Plots;
import dev.kassei.experiment.data.DataSplit;
import dev.kassei.experiment.data.SplitData;
import java.util.List;

/**
 * A rectangular mesh over two features, in the units of the data. The arrays must not be modified.
 *
 * @param x1 the values of the first feature, ascending
 * @param x2 the values of the second feature, ascending
 */
record Mesh(double[] x1, double[] x2) {
  private static final double MARGIN = 0.05;

  /** The mesh that is asked for, over all rows of all splits if no range is. */
  static Mesh of(Plots.Surface surface, SplitData data) {
    return new Mesh(axis(surface, data, 0), axis(surface, data, 1));
  }

  private static double[] axis(Plots.Surface surface, SplitData data, int column) {
    List<Double> range = surface.range().orElseGet(() -> rangeOf(data, column));
    return evenly(range.get(0), range.get(1), surface.points());
  }

  private static List<Double> rangeOf(SplitData data, int column) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (DataSplit part : data.splits().values()) {
      for (int i = column; i < part.originals().length; i += data.width()) {
        least = Math.min(least, part.originals()[i]);
        greatest = Math.max(greatest, part.originals()[i]);
      }
    }
    double margin = least < greatest ? MARGIN * (greatest - least) : Math.max(1, Math.abs(least));
    return List.of(least - margin, greatest + margin);
  }

  private static double[] evenly(double from, double to, int points) {
    double[] values = new double[points];
    for (int i = 0; i < points; i++) {
      values[i] = from + (to - from) * i / (points - 1);
    }
    return values;
  }

  /** All points as rows of two features: {@code x1} runs faster. */
  double[] rows() {
    double[] rows = new double[2 * x1.length * x2.length];
    int next = 0;
    for (double second : x2) {
      for (double first : x1) {
        rows[next++] = first;
        rows[next++] = second;
      }
    }
    return rows;
  }
}

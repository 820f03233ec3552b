package dev.kassei.plotting.batch;

import dev.kassei.plotting.axis.Interval;
import dev.kassei.plotting.figure.Artist;
import dev.kassei.plotting.figure.Axes2D;
import dev.kassei.plotting.figure.Axis;
import dev.kassei.plotting.figure.ColorMap;
import dev.kassei.plotting.figure.Figure;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A heat map of methods × data sets; each column has the whole range of colours. */
public final class ScoreTableFigure {
  private static final int CELL_WIDTH = 56;
  private static final int NARROW_CELL_WIDTH = 16;
  private static final int MAX_TEXTS = 30;
  private static final int MIN_WIDTH = 800;
  private static final int MAX_WIDTH = 2_000;

  private ScoreTableFigure() {}

  public static Figure of(ScoreTable table) {
    boolean written = table.datasets().size() <= MAX_TEXTS;
    int cells = table.datasets().size() * (written ? CELL_WIDTH : NARROW_CELL_WIDTH);
    int width = Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, 200 + cells));
    String title = table.metric() + "; in each column yellow is best and violet worst";
    var map =
        new Artist.HeatMap(
            edges(table.datasets().size()),
            edges(table.methods().size()),
            shares(table),
            ColorMap.VIRIDIS,
            0,
            1,
            written ? texts(table) : List.of(),
            "");
    Axes2D axes =
        Axes2D.of(
                title,
                Axis.category("", Labels.names(table.datasets())),
                Axis.category("", Labels.names(table.methods())).invert(),
                List.of(map))
            .withAlternative(
                "%s of %s methods on %s data sets; the tables hold the numbers."
                    .formatted(table.metric(), table.methods().size(), table.datasets().size()));
    return Figure.of(axes).withSize(width, 100 + Grid.height(table.methods().size()));
  }

  private static double[] edges(int count) {
    return IntStream.rangeClosed(0, count).mapToDouble(i -> i - 0.5).toArray();
  }

  /** 0 for the worst of a column and 1 for the best; one half where all are equal. */
  private static double[][] shares(ScoreTable table) {
    double[][] shares = new double[table.methods().size()][table.datasets().size()];
    for (int column = 0; column < table.datasets().size(); column++) {
      Interval range = Interval.of(column(table, column));
      for (int row = 0; row < shares.length; row++) {
        double share = share(range, table.centers()[row][column]);
        shares[row][column] = table.higherIsBetter() ? share : 1 - share;
      }
    }
    return shares;
  }

  private static double share(Interval range, double value) {
    if (!Interval.isDrawable(value)) {
      return Double.NaN;
    }
    return range.size() > 0 ? range.fraction(value) : 0.5;
  }

  private static double[] column(ScoreTable table, int column) {
    return Arrays.stream(table.centers()).mapToDouble(row -> row[column]).toArray();
  }

  private static List<List<String>> texts(ScoreTable table) {
    return Arrays.stream(table.centers())
        .map(row -> Arrays.stream(row).mapToObj(Labels::value).toList())
        .toList();
  }
}

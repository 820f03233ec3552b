package dev.kassei.plotting.run;

import dev.kassei.plotting.figure.Artist;
import dev.kassei.plotting.figure.Axes2D;
import dev.kassei.plotting.figure.Axis;
import dev.kassei.plotting.figure.Color;
import dev.kassei.plotting.figure.Figure;
import dev.kassei.plotting.figure.LineStyle;
import dev.kassei.plotting.figure.Marker;
import dev.kassei.plotting.figure.Orientation;
import dev.kassei.plotting.figure.Palette;
import dev.kassei.plotting.figure.Panel;
import dev.kassei.results.Run;
import dev.kassei.results.file.CsvTable;
import dev.kassei.results.record.SplitPredictions;
import dev.kassei.results.text.Rounded;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Predictions of numbers over their targets, and how far they are off. */
final class ResidualsFigure {
  private static final int MAX_TARGETS = 4;
  private static final int WIDTH = 600;
  private static final int HEIGHT = 480;

  private final Run run;
  private final CsvTable table;
  private final List<String> splitOfRow;

  ResidualsFigure(Run run) {
    this.run = run;
    this.table = run.predictions();
    this.splitOfRow = table.texts(SplitPredictions.SPLIT);
  }

  /** Two panels for each of the first four target columns. */
  Figure figure(List<String> splits) {
    List<Panel> panels = new ArrayList<>();
    for (String name : run.record().data().target().names().stream().limit(MAX_TARGETS).toList()) {
      double[] targets = table.numbers(SplitPredictions.TARGET + "." + name);
      double[] predicted = table.numbers(SplitPredictions.PREDICTED + "." + name);
      panels.add(predicted(name, splits, targets, predicted));
      panels.add(residuals(name, splits, targets, predicted));
    }
    return new Figure("", 2 * WIDTH, panels.size() / 2 * HEIGHT, 2, panels);
  }

  private Panel predicted(String name, List<String> splits, double[] targets, double[] predicted) {
    List<Artist> artists = new ArrayList<>();
    double[] ends = ends(targets, predicted);
    artists.add(Artist.Line.of("exact", ends, ends, Color.GRAY).withStyle(LineStyle.DASHED));
    addSplits(artists, splits, targets, predicted);
    return Axes2D.of("Predicted " + name, Axis.linear("Target"), Axis.linear("Predicted"), artists)
        .withAlternative(
            "Predicted values of %s over its targets; exact predictions lie on the dashed line."
                .formatted(name));
  }

  private Panel residuals(String name, List<String> splits, double[] targets, double[] predicted) {
    double[] residuals =
        IntStream.range(0, targets.length).mapToDouble(i -> predicted[i] - targets[i]).toArray();
    List<Artist> artists = new ArrayList<>();
    artists.add(new Artist.Reference("", Orientation.HORIZONTAL, 0, Color.GRAY, LineStyle.DASHED));
    addSplits(artists, splits, predicted, residuals);
    return Axes2D.of(
            "Residuals of " + name,
            Axis.linear("Predicted"),
            Axis.linear("Predicted − target"),
            artists)
        .withAlternative(
            "Residuals of %s over predicted values; %s".formatted(name, sizes(residuals)));
  }

  /** Their mean size, and how many have none and so no place in the picture. */
  private static String sizes(double[] residuals) {
    double[] finite = Arrays.stream(residuals).filter(Double::isFinite).map(Math::abs).toArray();
    if (finite.length == 0) {
      return "none is finite, so none is drawn.";
    }
    String mean = Rounded.PRINT.value(Arrays.stream(finite).average().orElseThrow());
    String average = "the average of their sizes is " + mean;
    return finite.length == residuals.length
        ? average + "."
        : "%s over the finite ones, %s of %s; the others are not drawn."
            .formatted(average, finite.length, residuals.length);
  }

  private static double[] ends(double[] targets, double[] predicted) {
    double[] finite =
        DoubleStream.concat(Arrays.stream(targets), Arrays.stream(predicted))
            .filter(Double::isFinite)
            .toArray();
    return new double[] {
      Arrays.stream(finite).min().orElse(0), Arrays.stream(finite).max().orElse(1)
    };
  }

  private void addSplits(List<Artist> artists, List<String> splits, double[] x, double[] y) {
    for (int i = 0; i < splits.size(); i++) {
      String split = splits.get(i);
      int[] rows =
          IntStream.range(0, x.length).filter(row -> splitOfRow.get(row).equals(split)).toArray();
      artists.add(
          Artist.Points.of(split, at(x, rows), at(y, rows), Palette.color(i))
              .withMarker(i % 2 == 0 ? Marker.CIRCLE : Marker.SQUARE)
              .withOpacity(0.6));
    }
  }

  private static double[] at(double[] values, int[] rows) {
    return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
  }
}

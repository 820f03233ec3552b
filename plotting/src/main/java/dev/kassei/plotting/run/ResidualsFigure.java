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

  /**
   * Two panels for each of the first four target columns. Splits share them; many rows are drawn by
   * density, where each split has panels of its own.
   */
  Figure figure(List<String> splits) {
    List<Panel> panels = new ArrayList<>();
    for (String name : run.record().data().target().names().stream().limit(MAX_TARGETS).toList()) {
      if (Density.isFor(splitOfRow.size())) {
        splits.forEach(split -> panels.addAll(panels(name, ", " + split, List.of(split))));
      } else {
        panels.addAll(panels(name, "", splits));
      }
    }
    return new Figure("", 2 * WIDTH, panels.size() / 2 * HEIGHT, 2, panels);
  }

  private List<Panel> panels(String name, String suffix, List<String> splits) {
    int[] rows =
        IntStream.range(0, splitOfRow.size())
            .filter(row -> splits.contains(splitOfRow.get(row)))
            .toArray();
    double[] targets = at(table.numbers(SplitPredictions.TARGET + "." + name), rows);
    double[] predicted = at(table.numbers(SplitPredictions.PREDICTED + "." + name), rows);
    List<String> names = Arrays.stream(rows).mapToObj(splitOfRow::get).toList();
    return List.of(
        predicted(name, suffix, new Rows(splits, names), targets, predicted),
        residuals(name, suffix, new Rows(splits, names), targets, predicted));
  }

  /**
   * The rows of a panel.
   *
   * @param splits that they are of
   * @param splitOfRow one of these for each row
   */
  private record Rows(List<String> splits, List<String> splitOfRow) {}

  private Panel predicted(
      String name, String suffix, Rows rows, double[] targets, double[] predicted) {
    double[] ends = ends(targets, predicted);
    Artist exact = Artist.Line.of("exact", ends, ends, Color.GRAY).withStyle(LineStyle.DASHED);
    return Axes2D.of(
            "Predicted " + name + suffix,
            Axis.linear("Target " + name),
            Axis.linear("Predicted " + name),
            artists(rows, targets, predicted, exact))
        .withAlternative(
            "Predicted values of %s over its targets%s; exact predictions lie on the dashed line."
                .formatted(name, suffix));
  }

  private Panel residuals(
      String name, String suffix, Rows rows, double[] targets, double[] predicted) {
    double[] residuals =
        IntStream.range(0, targets.length).mapToDouble(i -> predicted[i] - targets[i]).toArray();
    Artist zero = new Artist.Reference("", Orientation.HORIZONTAL, 0, Color.GRAY, LineStyle.DASHED);
    return Axes2D.of(
            "Residuals of " + name + suffix,
            Axis.linear("Predicted " + name),
            Axis.linear("Predicted − target " + name),
            artists(rows, predicted, residuals, zero))
        .withAlternative(
            "Residuals of %s over predicted values%s; %s"
                .formatted(name, suffix, sizes(residuals)));
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

  /**
   * The rows with a line to compare them with.
   *
   * @param line behind points, and in front of cells, which would hide it
   */
  private static List<Artist> artists(Rows rows, double[] x, double[] y, Artist line) {
    if (Density.isFor(x.length)) {
      return List.of(Density.of(x, y), line);
    }
    List<Artist> artists = new ArrayList<>(List.of(line));
    for (int i = 0; i < rows.splits().size(); i++) {
      String split = rows.splits().get(i);
      int[] own =
          IntStream.range(0, x.length)
              .filter(row -> rows.splitOfRow().get(row).equals(split))
              .toArray();
      artists.add(
          Artist.Points.of(split, at(x, own), at(y, own), Palette.color(i))
              .withMarker(i % 2 == 0 ? Marker.CIRCLE : Marker.SQUARE)
              .withOpacity(0.6));
    }
    return artists;
  }

  private static double[] at(double[] values, int[] rows) {
    return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
  }
}

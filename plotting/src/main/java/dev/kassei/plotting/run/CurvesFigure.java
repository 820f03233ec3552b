package dev.kassei.plotting.run;

import dev.kassei.plotting.axis.Thinning;
import dev.kassei.plotting.figure.Artist;
import dev.kassei.plotting.figure.Axes2D;
import dev.kassei.plotting.figure.Axis;
import dev.kassei.plotting.figure.Figure;
import dev.kassei.plotting.figure.LineStyle;
import dev.kassei.plotting.figure.Palette;
import dev.kassei.plotting.figure.Panel;
import dev.kassei.plotting.folder.Table;
import dev.kassei.plotting.folder.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Loss and metrics over epochs, a panel each; a logarithmic axis over more than two decades. */
final class CurvesFigure {
  private static final double LOG_RATIO = 100;
  private static final int WIDTH = 640;
  private static final int HEIGHT = 460;

  private final Table metrics;
  private final double[] epochs;

  CurvesFigure(Table metrics) {
    this.metrics = metrics;
    this.epochs = metrics.numbers("epoch");
  }

  Optional<Figure> figure() {
    List<Panel> panels = new ArrayList<>();
    byMetric().forEach((metric, parts) -> panel(metric, parts).ifPresent(panels::add));
    if (panels.isEmpty()) {
      return Optional.empty();
    }
    int columns = Math.min(2, panels.size());
    int rows = (panels.size() + columns - 1) / columns;
    return Optional.of(new Figure("", columns * WIDTH, rows * HEIGHT, columns, panels));
  }

  /** Columns such as {@code train.loss}, by what follows the part. */
  private Map<String, List<String>> byMetric() {
    var metricParts = new LinkedHashMap<String, List<String>>();
    for (String column : metrics.columns()) {
      int point = column.indexOf('.');
      if (point > 0) {
        metricParts
            .computeIfAbsent(column.substring(point + 1), name -> new ArrayList<>())
            .add(column.substring(0, point));
      }
    }
    return metricParts;
  }

  private Optional<Panel> panel(String metric, List<String> parts) {
    Map<String, double[]> curves = curves(metric, parts);
    if (curves.isEmpty()) {
      return Optional.empty();
    }
    int[] kept = Thinning.curve(curves.values().toArray(double[][]::new));
    double[] x = Thinning.chosen(epochs, kept);
    List<Artist> lines = new ArrayList<>();
    var words = new StringBuilder();
    double least = Double.POSITIVE_INFINITY;
    double greatest = 0;
    for (Map.Entry<String, double[]> curve : curves.entrySet()) {
      double[] finite = finite(curve.getValue());
      lines.add(artist(curve.getKey(), x, Thinning.chosen(curve.getValue(), kept)));
      words.append(words.isEmpty() ? "" : "; ").append(change(curve.getKey(), finite));
      least = Math.min(least, Arrays.stream(finite).min().orElseThrow());
      greatest = Math.max(greatest, Arrays.stream(finite).max().orElseThrow());
    }
    String title = Words.title(metric);
    boolean log = metric.equals("loss") && least > 0 && greatest > LOG_RATIO * least;
    Axis y = log ? Axis.log(title) : Axis.linear(title);
    return Optional.of(
        Axes2D.of(title, Axis.count("Epoch"), y, lines)
            .withAlternative("%s by epoch: %s.".formatted(title, words)));
  }

  /** The values of each part that has any. */
  private Map<String, double[]> curves(String metric, List<String> parts) {
    var curves = new LinkedHashMap<String, double[]>();
    for (String part : parts) {
      double[] values = metrics.numbers(part + "." + metric);
      if (finite(values).length > 0) {
        curves.put(part, values);
      }
    }
    return curves;
  }

  private static double[] finite(double[] values) {
    return Arrays.stream(values).filter(Double::isFinite).toArray();
  }

  private static String change(String part, double[] finite) {
    return "%s from %s to %s"
        .formatted(part, Words.number(finite[0]), Words.number(finite[finite.length - 1]));
  }

  /** A part has one look in all panels. One epoch is a point, since a line needs two. */
  private static Artist artist(String part, double[] x, double[] values) {
    int series = part.equals("train") ? 0 : 1;
    if (values.length == 1) {
      return Artist.Points.of(part, x, values, Palette.color(series));
    }
    LineStyle style = series == 0 ? LineStyle.SOLID : LineStyle.DASHED;
    return Artist.Line.of(part, x, values, Palette.color(series)).withStyle(style);
  }
}

package dev.kassei.plotting.run;

import dev.kassei.api.Epoch;
import dev.kassei.plotting.axis.Thinning;
import dev.kassei.plotting.figure.Artist;
import dev.kassei.plotting.figure.Axes2D;
import dev.kassei.plotting.figure.Axis;
import dev.kassei.plotting.figure.Figure;
import dev.kassei.plotting.figure.LineStyle;
import dev.kassei.plotting.figure.Palette;
import dev.kassei.plotting.figure.Panel;
import dev.kassei.results.file.CsvTable;
import dev.kassei.results.text.Heading;
import dev.kassei.results.text.Rounded;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Loss and metrics over epochs, a panel each; a logarithmic axis over more than two decades. */
final class CurvesFigure {
  private static final double LOG_RATIO = 100;
  private static final String LOSS = "loss";
  private static final String TRAIN = "train";
  private static final String RATE = "learning_rate";
  private static final int WIDTH = 640;
  private static final int HEIGHT = 460;

  private final CsvTable metrics;
  private final double[] epochs;

  CurvesFigure(CsvTable metrics) {
    this.metrics = metrics;
    this.epochs = metrics.numbers("epoch");
  }

  Optional<Figure> figure() {
    List<Panel> panels = new ArrayList<>();
    byMetric().forEach((metric, splits) -> panel(metric, splits).ifPresent(panels::add));
    rates().ifPresent(panels::add);
    if (panels.isEmpty()) {
      return Optional.empty();
    }
    int columns = Math.min(2, panels.size());
    int rows = (panels.size() + columns - 1) / columns;
    return Optional.of(new Figure("", columns * WIDTH, rows * HEIGHT, columns, panels));
  }

  /** Columns such as {@code validation.accuracy} by metric; the running loss is among losses. */
  private Map<String, List<String>> byMetric() {
    var byMetric = new LinkedHashMap<String, List<String>>();
    for (String column : metrics.columns()) {
      int point = column.indexOf('.');
      if (point > 0) {
        String metric = column.equals(Epoch.RUNNING_LOSS) ? LOSS : column.substring(point + 1);
        byMetric.computeIfAbsent(metric, name -> new ArrayList<>()).add(column);
      }
    }
    return byMetric;
  }

  private Optional<Panel> panel(String metric, List<String> columns) {
    List<Curve> curves = curves(columns);
    if (curves.isEmpty()) {
      return Optional.empty();
    }
    int[] kept = Thinning.curve(curves.stream().map(Curve::values).toArray(double[][]::new));
    List<Artist> lines = new ArrayList<>();
    var words = new StringBuilder();
    double least = Double.POSITIVE_INFINITY;
    double greatest = 0;
    for (Curve curve : curves) {
      double[] finite = finite(curve.values());
      lines.add(artist(curve, kept));
      words.append(words.isEmpty() ? "" : "; ").append(change(curve.label(), finite));
      least = Math.min(least, Arrays.stream(finite).min().orElseThrow());
      greatest = Math.max(greatest, Arrays.stream(finite).max().orElseThrow());
    }
    String title = Heading.of(metric);
    boolean log = metric.equals(LOSS) && least > 0 && greatest > LOG_RATIO * least;
    Axis y = log ? Axis.log(title) : Axis.linear(title);
    return Optional.of(
        Axes2D.of(title, Axis.count("Epoch"), y, lines)
            .withAlternative("%s by epoch: %s.".formatted(title, words)));
  }

  /** The learning rate, where it changes. */
  private Optional<Panel> rates() {
    if (!metrics.columns().contains(RATE)) {
      return Optional.empty();
    }
    double[] values = metrics.numbers(RATE);
    return Arrays.stream(values).distinct().count() > 1
        ? panel(RATE, List.of(RATE))
        : Optional.empty();
  }

  /**
   * The values of a column.
   *
   * @param cells those of epochs that were not measured are empty
   */
  private record Curve(String label, double[] values, List<String> cells) {
    /** Those of some epochs that were measured. */
    int[] measured(int[] some) {
      return Arrays.stream(some).filter(epoch -> !cells.get(epoch).isEmpty()).toArray();
    }
  }

  /** The columns that have any values. */
  private List<Curve> curves(List<String> columns) {
    return columns.stream()
        .map(name -> new Curve(label(name), metrics.numbers(name), metrics.texts(name)))
        .filter(curve -> finite(curve.values()).length > 0)
        .toList();
  }

  private static String label(String column) {
    if (column.equals(RATE)) {
      return TRAIN;
    }
    return column.equals(Epoch.RUNNING_LOSS)
        ? TRAIN + " (running)"
        : column.substring(0, column.indexOf('.'));
  }

  private static double[] finite(double[] values) {
    return Arrays.stream(values).filter(Double::isFinite).toArray();
  }

  private static String change(String label, double[] finite) {
    return "%s from %s to %s"
        .formatted(
            label, Rounded.PRINT.value(finite[0]), Rounded.PRINT.value(finite[finite.length - 1]));
  }

  /** A split has one look in all panels. One epoch is a point, since a line needs two. */
  private Artist artist(Curve curve, int[] kept) {
    int[] measured = curve.measured(kept);
    double[] x = Thinning.chosen(epochs, measured);
    double[] values = Thinning.chosen(curve.values(), measured);
    String label = curve.label();
    int series = label.startsWith(TRAIN) ? 0 : 1;
    if (values.length == 1) {
      return Artist.Points.of(label, x, values, Palette.color(series));
    }
    LineStyle style = series == 0 ? LineStyle.SOLID : LineStyle.DASHED;
    return Artist.Line.of(label, x, values, Palette.color(series)).withStyle(style);
  }
}

package dev.kassei.plotting.run;

import dev.kassei.plotting.figure.Artist;
import dev.kassei.plotting.figure.Axes2D;
import dev.kassei.plotting.figure.Axis;
import dev.kassei.plotting.figure.ColorMap;
import dev.kassei.plotting.figure.Figure;
import dev.kassei.plotting.figure.Legend;
import dev.kassei.plotting.figure.Panel;
import dev.kassei.results.Run;
import dev.kassei.results.file.CsvTable;
import dev.kassei.results.record.DataRecord;
import dev.kassei.results.record.SplitPredictions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A picture that was to be learned, and what was learned, side by side; a row per channel. */
final class PictureFigure {
  private static final List<String> PLACE = List.of("x", "y");
  private static final Set<List<String>> CHANNELS =
      Set.of(List.of("grey"), List.of("red", "green", "blue"));
  private static final int SIDE = 520;
  private static final int LEAST_SIDE = 260;

  private final List<String> channels;
  private final CsvTable table;
  private final double[] x;
  private final double[] y;
  private final int[] pixels;

  private PictureFigure(List<String> channels, CsvTable table) {
    this.channels = channels;
    this.table = table;
    double[] columns = table.numbers(SplitPredictions.FEATURE + ".x");
    double[] rows = table.numbers(SplitPredictions.FEATURE + ".y");
    this.x = Arrays.stream(columns).distinct().sorted().toArray();
    this.y = Arrays.stream(rows).distinct().sorted().toArray();
    this.pixels =
        IntStream.range(0, rows.length)
            .map(i -> place(y, rows[i]) * x.length + place(x, columns[i]))
            .toArray();
  }

  /** Data is a picture if its rows are all the pixels of one, each once. */
  static Optional<PictureFigure> of(Run run) {
    DataRecord data = run.record().data();
    return isOfPixels(data)
        ? Optional.of(new PictureFigure(data.target().names(), run.predictions()))
            .filter(PictureFigure::isWhole)
        : Optional.empty();
  }

  private static boolean isOfPixels(DataRecord data) {
    return data.features().equals(PLACE)
        && !data.target().isClasses()
        && CHANNELS.contains(data.target().names());
  }

  private static int place(double[] places, double value) {
    return Arrays.binarySearch(places, value);
  }

  private boolean isWhole() {
    return x.length > 1
        && y.length > 1
        && pixels.length == x.length * y.length
        && Arrays.stream(pixels).distinct().count() == pixels.length;
  }

  Figure figure() {
    List<Panel> panels = new ArrayList<>();
    for (String channel : channels) {
      double[] target = table.numbers(SplitPredictions.TARGET + "." + channel);
      double[] fitted = table.numbers(SplitPredictions.PREDICTED + "." + channel);
      double low = Arrays.stream(target).min().orElseThrow();
      double high = Arrays.stream(target).max().orElseThrow();
      panels.add(panel("Target, " + channel, target, low, high));
      panels.add(panel("Fitted, " + channel, fitted, low, high));
    }
    int height = Math.max(LEAST_SIDE, Math.min(2 * SIDE, SIDE * y.length / x.length));
    return new Figure("", 2 * SIDE, channels.size() * height, 2, panels);
  }

  /** Both pictures have the target's black and white; beyond them is no darker and no brighter. */
  private Panel panel(String title, double[] values, double low, double high) {
    double[] picture = new double[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      picture[pixels[i]] = values[i];
    }
    double[] columns = DecisionMap.edges(x);
    double[] rows = DecisionMap.edges(y);
    double[][] grid = SurfaceFigures.rows(picture, y.length);
    var map = new Artist.HeatMap(columns, rows, grid, ColorMap.GRAY, low, high, List.of(), "");
    return Axes2D.of(title, axis("x", columns), axis("y", rows), List.of(map))
        .withAlternative("%s: a picture of %s × %s pixels.".formatted(title, y.length, x.length))
        .withLegend(Legend.NONE);
  }

  private static Axis axis(String label, double[] edges) {
    return Axis.linear(label).withLimits(edges[0], edges[edges.length - 1]);
  }
}

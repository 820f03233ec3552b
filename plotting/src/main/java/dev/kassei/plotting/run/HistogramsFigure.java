package dev.kassei.plotting.run;

import dev.kassei.plotting.figure.Artist;
import dev.kassei.plotting.figure.Axes2D;
import dev.kassei.plotting.figure.Axis;
import dev.kassei.plotting.figure.Color;
import dev.kassei.plotting.figure.Figure;
import dev.kassei.plotting.figure.Palette;
import dev.kassei.plotting.figure.Panel;
import dev.kassei.plotting.figure.Ticks;
import dev.kassei.results.record.HistogramBin;
import dev.kassei.results.text.Rounded;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How weights and outputs of layers are distributed, a small panel each. */
final class HistogramsFigure {
  private static final int MAX_PANELS = 32;
  private static final int MAX_COLUMNS = 4;
  private static final int WIDTH = 360;
  private static final int HEIGHT = 290;

  /** With more counts than this, round numbers are whole. */
  private static final int FEW = 25;

  private final Map<String, List<HistogramBin>> histograms = new LinkedHashMap<>();

  HistogramsFigure(List<HistogramBin> bins) {
    for (HistogramBin bin : bins) {
      histograms.computeIfAbsent(bin.kind() + " " + bin.name(), key -> new ArrayList<>()).add(bin);
    }
  }

  Figure figure() {
    List<Panel> panels =
        histograms.values().stream().limit(MAX_PANELS).map(HistogramsFigure::panel).toList();
    String title =
        histograms.size() <= MAX_PANELS
            ? ""
            : "The first %s of %s".formatted(MAX_PANELS, histograms.size());
    int columns = Math.min(MAX_COLUMNS, panels.size());
    int rows = (panels.size() + columns - 1) / columns;
    return new Figure(title, columns * WIDTH, rows * HEIGHT, columns, panels);
  }

  private static Panel panel(List<HistogramBin> bins) {
    HistogramBin first = bins.get(0);
    List<HistogramBin> finite =
        bins.stream().filter(bin -> Double.isFinite(bin.upper() - bin.lower())).toList();
    long others =
        bins.stream()
            .filter(bin -> !Double.isFinite(bin.upper() - bin.lower()))
            .mapToLong(HistogramBin::count)
            .sum();
    String title = others == 0 ? first.name() : first.name() + " (" + others + " not finite)";
    List<Artist> artists =
        finite.isEmpty() ? List.of() : List.of(steps(finite, color(first.kind())));
    return Axes2D.of(title, Axis.linear(quantity(first.kind())), counts(finite), artists)
        .withAlternative(words(first.kind()) + title + range(finite));
  }

  private static String quantity(HistogramBin.Kind kind) {
    return switch (kind) {
      case WEIGHT -> "Weight";
      case STATE -> "State";
      case ACTIVATION -> "Activation";
    };
  }

  private static String words(HistogramBin.Kind kind) {
    return switch (kind) {
      case WEIGHT -> "Histogram of the weights ";
      case STATE -> "Histogram of the state ";
      case ACTIVATION -> "Histogram of what this layer returns: ";
    };
  }

  private static Color color(HistogramBin.Kind kind) {
    return switch (kind) {
      case WEIGHT -> Palette.color(0);
      case ACTIVATION -> Palette.color(1);
      case STATE -> Palette.color(2);
    };
  }

  /** Few counts have ticks of their own, since those between would be no counts. */
  private static Axis counts(List<HistogramBin> bins) {
    long most = bins.stream().mapToLong(HistogramBin::count).max().orElse(0);
    Axis axis = Axis.linear("Count");
    if (most > FEW) {
      return axis;
    }
    long step = most > FEW * 2 / 5 ? 5 : most > FEW / 5 ? 2 : 1;
    List<Ticks.Tick> ticks = new ArrayList<>();
    for (long count = 0; count <= most; count += step) {
      ticks.add(new Ticks.Tick(count, Long.toString(count)));
    }
    return axis.withTicks(new Ticks.At(ticks));
  }

  private static String range(List<HistogramBin> bins) {
    if (bins.isEmpty()) {
      return ".";
    }
    return ", from %s to %s."
        .formatted(
            Rounded.PRINT.value(bins.get(0).lower()),
            Rounded.PRINT.value(bins.get(bins.size() - 1).upper()));
  }

  private static Artist steps(List<HistogramBin> bins, Color color) {
    double[] edges = new double[bins.size() + 1];
    double[] counts = new double[bins.size()];
    edges[0] = bins.get(0).lower();
    for (int i = 0; i < counts.length; i++) {
      edges[i + 1] = bins.get(i).upper();
      counts[i] = bins.get(i).count();
    }
    return new Artist.Steps("", edges, counts, color, 0.3);
  }
}

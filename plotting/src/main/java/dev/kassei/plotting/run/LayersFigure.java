package dev.kassei.plotting.run;

import dev.kassei.plotting.axis.Thinning;
import dev.kassei.plotting.figure.Artist;
import dev.kassei.plotting.figure.Axes2D;
import dev.kassei.plotting.figure.Axis;
import dev.kassei.plotting.figure.Color;
import dev.kassei.plotting.figure.ColorMap;
import dev.kassei.plotting.figure.Figure;
import dev.kassei.plotting.figure.Legend;
import dev.kassei.plotting.figure.LineStyle;
import dev.kassei.plotting.figure.Palette;
import dev.kassei.plotting.figure.Panel;
import dev.kassei.results.file.CsvTable;
import dev.kassei.results.text.Noun;
import dev.kassei.results.text.Rounded;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What was measured of layers: over epochs, a line for each layer in the colour of its depth; and
 * over depth, before training and at its end.
 */
final class LayersFigure {
  private static final int WIDTH = 480;
  private static final int HEIGHT = 340;
  private static final int MAX_COLUMNS = 4;
  private static final int MAX_NAMES = 8;

  /** More names than these would hide what they name. */
  private static final int MAX_INSIDE = 4;

  private static final double LOG_RATIO = 30;

  /** Yellow on white is hard to see. */
  private static final double LAST_COLOR = 0.88;

  private static final String ACTIVATION = ".activation";
  private static final double THIN = 1;
  private static final double STRONG = 2.2;

  /** What a panel shows, and of which layers. */
  private enum Statistic {
    INPUT_VARIANCE("Variance of pre-activations", "input_variance", Layers.ACTIVATIONS, true),
    VARIANCE("Variance of activations", "variance", Layers.ACTIVATIONS, true),
    GRADIENT("Gradient by outputs of layers", "gradient_norm", Layers.ACTIVATIONS, true),
    PARAMETERS("Gradient by parameters", "parameter_gradient_norm", Layers.WITH_NUMBERS, true),
    INPUT_MEAN("Mean of pre-activations", "input_mean", Layers.ACTIVATIONS, false),
    MEAN("Mean of activations", "mean", Layers.ACTIVATIONS, false),
    DEAD("Dead units", "dead_rate", Layers.WITH_NUMBERS, false),
    SATURATED("Saturated", "saturation_rate", Layers.WITH_NUMBERS, false);

    private final String title;
    private final String column;
    private final Layers layers;
    private final boolean isSize;

    Statistic(String title, String column, Layers layers, boolean isSize) {
      this.title = title;
      this.column = column;
      this.layers = layers;
      this.isSize = isSize;
    }

    private boolean isShare() {
      return this == DEAD || this == SATURATED;
    }
  }

  private enum Layers {
    /** Activations; all layers of a network that has none. */
    ACTIVATIONS,
    /** Whatever has a number of this kind. */
    WITH_NUMBERS
  }

  private final LayerTimes times;
  private final double[] epochs;

  LayersFigure(CsvTable table) {
    this.times = new LayerTimes(table);
    this.epochs = times.epochs();
  }

  /** Lines over epochs; empty if there was one time alone. */
  Optional<Figure> overEpochs() {
    return epochs.length < 2 ? Optional.empty() : figure(this::overEpochs);
  }

  /** Lines over depth, before training and at the end. */
  Optional<Figure> overDepth() {
    return figure(this::overDepth);
  }

  private interface Drawing {
    Panel of(Statistic statistic, List<String> layers);
  }

  private static Optional<Figure> figure(List<Panel> panels) {
    if (panels.isEmpty()) {
      return Optional.empty();
    }
    int columns = Math.min(MAX_COLUMNS, panels.size());
    int rows = (panels.size() + columns - 1) / columns;
    return Optional.of(new Figure("", columns * WIDTH, rows * HEIGHT, columns, panels));
  }

  private Optional<Figure> figure(Drawing drawing) {
    List<Panel> panels = new ArrayList<>();
    for (Statistic statistic : Statistic.values()) {
      List<String> layers = layers(statistic);
      if (!layers.isEmpty()) {
        panels.add(drawing.of(statistic, layers));
      }
    }
    return figure(panels);
  }

  private List<String> layers(Statistic statistic) {
    List<String> some = times.having(statistic.column);
    List<String> activations = times.having(Statistic.DEAD.column);
    boolean all = statistic.layers == Layers.WITH_NUMBERS || activations.isEmpty();
    return all ? some : some.stream().filter(activations::contains).toList();
  }

  private Panel overEpochs(Statistic statistic, List<String> layers) {
    double[][] lines =
        layers.stream()
            .map(layer -> times.values(statistic.column, layer))
            .toArray(double[][]::new);
    int[] kept = Thinning.curve(lines);
    double[] x = Thinning.chosen(epochs, kept);
    List<Artist> artists = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      double[] y = Thinning.chosen(lines[i], kept);
      artists.add(Artist.Line.of(label(layers, i), x, y, color(i, lines.length)));
    }
    return Axes2D.of(statistic.title, Axis.count("Epochs"), axis(statistic, lines), artists)
        .withLegend(layers.size() > MAX_INSIDE ? Legend.OUTSIDE : Legend.BEST)
        .withAlternative(
            "%s by epochs, %s: %s"
                .formatted(statistic.title, Noun.LAYER.count(layers.size()), words(layers, lines)));
  }

  /** Of many layers the first, the last and some between have a name. */
  private static String label(List<String> layers, int index) {
    int step = (layers.size() + MAX_NAMES - 2) / (MAX_NAMES - 1);
    boolean isNamed = layers.size() <= MAX_NAMES || index % step == 0 || index == layers.size() - 1;
    return isNamed ? name(layers, index) : "";
  }

  /** The titles say that it is an activation, unless its layer is shown beside it. */
  private static String name(List<String> layers, int index) {
    String layer = layers.get(index);
    if (!layer.endsWith(ACTIVATION)) {
      return layer;
    }
    String owner = layer.substring(0, layer.length() - ACTIVATION.length());
    return layers.contains(owner) ? layer : owner;
  }

  private static Color color(int index, int count) {
    return ColorMap.VIRIDIS.at(count == 1 ? 0 : LAST_COLOR * index / (count - 1));
  }

  private static String words(List<String> layers, double[][] lines) {
    String first = name(layers, 0) + " from " + ends(lines[0]);
    int last = lines.length - 1;
    return last == 0
        ? first + "."
        : first + ", " + name(layers, last) + " from " + ends(lines[last]) + ".";
  }

  private static String ends(double[] line) {
    return Rounded.PRINT.value(line[0]) + " to " + Rounded.PRINT.value(line[line.length - 1]);
  }

  private Panel overDepth(Statistic statistic, List<String> layers) {
    double[] depth = IntStream.rangeClosed(1, layers.size()).asDoubleStream().toArray();
    double[] first = profile(statistic, layers, 0);
    List<Artist> artists = new ArrayList<>();
    artists.add(profile("before training", depth, first, LineStyle.DASHED, THIN));
    double[][] lines = {first};
    if (epochs.length > 1) {
      double[] last = profile(statistic, layers, epochs.length - 1);
      String label = "after " + Noun.EPOCH.count((int) epochs[epochs.length - 1]);
      artists.add(profile(label, depth, last, LineStyle.SOLID, STRONG));
      lines = new double[][] {first, last};
    }
    Axis x = Axis.count(layers.size() == 1 ? name(layers, 0) : depthLabel(layers));
    return Axes2D.of(statistic.title, x, axis(statistic, lines), artists)
        .withAlternative(
            "%s by depth, before training: %s from %s to %s."
                .formatted(
                    statistic.title,
                    Noun.LAYER.count(layers.size()),
                    Rounded.PRINT.value(first[0]),
                    Rounded.PRINT.value(first[first.length - 1])));
  }

  private static String depthLabel(List<String> layers) {
    return "Depth, 1 = %s, %s = %s"
        .formatted(name(layers, 0), layers.size(), name(layers, layers.size() - 1));
  }

  private double[] profile(Statistic statistic, List<String> layers, int time) {
    return layers.stream()
        .mapToDouble(layer -> times.values(statistic.column, layer)[time])
        .toArray();
  }

  private static Artist profile(
      String label, double[] depth, double[] values, LineStyle style, double width) {
    Color color = Palette.color(style == LineStyle.DASHED ? 1 : 0);
    return depth.length == 1
        ? Artist.Points.of(label, depth, values, color)
        : new Artist.Line(label, depth, values, color, style, width);
  }

  /** Sizes that differ much have a logarithmic axis, shares one from 0 to 1. */
  private static Axis axis(Statistic statistic, double[][] lines) {
    if (statistic.isShare()) {
      return Axis.linear("Share").withLimits(-0.03, 1.03);
    }
    double[] finite =
        Arrays.stream(lines).flatMapToDouble(DoubleStream::of).filter(Double::isFinite).toArray();
    double least = Arrays.stream(finite).filter(value -> value > 0).min().orElse(0);
    double greatest = Arrays.stream(finite).max().orElse(0);
    boolean isWide = statistic.isSize && least > 0 && greatest > LOG_RATIO * least;
    String label = statistic.column.replace('_', ' ');
    return isWide ? Axis.log(label) : Axis.linear(label);
  }
}

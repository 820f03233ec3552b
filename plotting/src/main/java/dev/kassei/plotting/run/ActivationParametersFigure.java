package dev.kassei.plotting.run;

import dev.kassei.plotting.axis.Thinning;
import dev.kassei.plotting.figure.Artist;
import dev.kassei.plotting.figure.Axes2D;
import dev.kassei.plotting.figure.Axis;
import dev.kassei.plotting.figure.Color;
import dev.kassei.plotting.figure.Figure;
import dev.kassei.plotting.figure.Legend;
import dev.kassei.plotting.figure.LineStyle;
import dev.kassei.plotting.figure.Palette;
import dev.kassei.plotting.figure.Panel;
import dev.kassei.results.file.CsvTable;
import dev.kassei.results.text.Rounded;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The parameters of trainable activations over epochs, a panel a layer. */
final class ActivationParametersFigure {
  private static final int MAX_PANELS = 12;
  private static final int MAX_COLUMNS = 4;
  private static final int WIDTH = 440;
  private static final int HEIGHT = 340;

  /** A legend of more names would hide lines. */
  private static final int MAX_INSIDE = 4;

  private final List<String> parameters;
  private final double[] indices;
  private final double[] epochs;
  private final double[] values;

  ActivationParametersFigure(CsvTable table) {
    this.parameters = table.texts("parameter");
    this.indices = table.numbers("index");
    this.epochs = table.numbers("epochs");
    this.values = table.numbers("value");
  }

  /** Empty if there was one time alone. */
  Optional<Figure> figure() {
    if (IntStream.range(0, epochs.length).noneMatch(row -> epochs[row] > 0)) {
      return Optional.empty();
    }
    Map<String, List<String>> byLayer = new LinkedHashMap<>();
    for (String parameter : new LinkedHashSet<>(parameters)) {
      String layer = parameter.substring(0, parameter.lastIndexOf('.'));
      byLayer.computeIfAbsent(layer, key -> new ArrayList<>()).add(parameter);
    }
    List<Panel> panels =
        byLayer.entrySet().stream()
            .limit(MAX_PANELS)
            .map(layer -> panel(layer.getKey(), layer.getValue()))
            .toList();
    int columns = Math.min(MAX_COLUMNS, panels.size());
    int rows = (panels.size() + columns - 1) / columns;
    String title =
        byLayer.size() <= MAX_PANELS
            ? ""
            : "The first %s of %s".formatted(MAX_PANELS, byLayer.size());
    return Optional.of(new Figure(title, columns * WIDTH, rows * HEIGHT, columns, panels));
  }

  private Panel panel(String layer, List<String> own) {
    List<Artist> artists = new ArrayList<>();
    var words = new StringBuilder();
    for (int i = 0; i < own.size(); i++) {
      String name = own.get(i).substring(layer.length() + 1);
      List<double[]> lines = lines(own.get(i));
      for (int k = 0; k < lines.size(); k++) {
        artists.add(line(k == 0 ? name : "", own.get(i), lines.get(k), i));
      }
      double[] first = lines.get(0);
      words.append(words.isEmpty() ? "" : "; ");
      words.append(
          "%s from %s to %s"
              .formatted(
                  name,
                  Rounded.PRINT.value(first[0]),
                  Rounded.PRINT.value(first[first.length - 1])));
    }
    return Axes2D.of(layer, Axis.count("Epochs"), Axis.linear("Parameter"), artists)
        .withLegend(own.size() > MAX_INSIDE ? Legend.OUTSIDE : Legend.BEST)
        .withAlternative("Parameters of %s by epochs: %s.".formatted(layer, words));
  }

  /** The numbers of a parameter, each from its first time to its last. */
  private List<double[]> lines(String parameter) {
    double[] own = rows(parameter).mapToDouble(row -> indices[row]).distinct().toArray();
    return IntStream.range(0, own.length)
        .mapToObj(
            i ->
                rows(parameter)
                    .filter(row -> indices[row] == own[i])
                    .mapToDouble(row -> values[row])
                    .toArray())
        .toList();
  }

  private IntStream rows(String parameter) {
    return IntStream.range(0, values.length).filter(row -> parameters.get(row).equals(parameter));
  }

  private Artist line(String label, String parameter, double[] y, int series) {
    double[] x = rows(parameter).mapToDouble(row -> epochs[row]).distinct().toArray();
    int[] kept = Thinning.curve(new double[][] {y});
    Color color = Palette.color(series);
    LineStyle style = Palette.style(series);
    return Artist.Line.of(label, Thinning.chosen(x, kept), Thinning.chosen(y, kept), color)
        .withStyle(style);
  }
}

package dev.kassei.plotting.run;

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
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What trainable activations have become: the learned shape over the first one, a panel a layer.
 */
final class ActivationsFigure {
  private static final int MAX_PANELS = 12;
  private static final int MAX_COLUMNS = 4;
  private static final int WIDTH = 440;
  private static final int HEIGHT = 360;

  /** More names than these would hide what they name. */
  private static final int MAX_INSIDE = 4;

  private static final double THIN = 1;
  private static final double STRONG = 2.2;

  /** Yellow on white is hard to see. */
  private static final double LAST_COLOR = 0.88;

  private final List<String> layers;
  private final double[] units;
  private final double[] x;
  private final double[] initial;
  private final double[] learned;

  ActivationsFigure(CsvTable curves) {
    this.layers = curves.texts("layer");
    this.units = curves.numbers("unit");
    this.x = curves.numbers("x");
    this.initial = curves.numbers("initial");
    this.learned = curves.numbers("learned");
  }

  Figure figure() {
    List<String> all = List.copyOf(new LinkedHashSet<>(layers));
    List<Panel> panels = all.stream().limit(MAX_PANELS).map(this::panel).toList();
    int columns = Math.min(MAX_COLUMNS, panels.size());
    int rows = (panels.size() + columns - 1) / columns;
    String title =
        all.size() <= MAX_PANELS ? "" : "The first %s of %s".formatted(MAX_PANELS, all.size());
    return new Figure(title, columns * WIDTH, rows * HEIGHT, columns, panels);
  }

  private Panel panel(String layer) {
    double[] shown = rows(layer).mapToDouble(row -> units[row]).distinct().toArray();
    List<Artist> artists = new ArrayList<>();
    for (int i = 0; i < shown.length; i++) {
      double unit = shown[i];
      int[] rows = rows(layer).filter(row -> units[row] == unit).toArray();
      Color color =
          shown.length == 1
              ? Palette.color(0)
              : ColorMap.VIRIDIS.at(LAST_COLOR * i / (shown.length - 1));
      String label = shown.length == 1 ? "learned" : "unit " + (int) unit;
      artists.add(line(label, rows, learned, color, LineStyle.SOLID, STRONG));
    }
    int[] first = rows(layer).filter(row -> units[row] == shown[0]).toArray();
    artists.add(line("initial", first, initial, Color.BLACK, LineStyle.DASHED, THIN));
    return Axes2D.of(layer, Axis.linear("x"), Axis.linear("f(x)"), artists)
        .withLegend(artists.size() > MAX_INSIDE ? Legend.OUTSIDE : Legend.BEST)
        .withAlternative(
            "What %s computes: the first shape, dashed, and the learned one of %s."
                .formatted(layer, Noun.UNIT.count(shown.length)));
  }

  private IntStream rows(String layer) {
    return IntStream.range(0, x.length).filter(row -> layers.get(row).equals(layer));
  }

  private Artist line(
      String label, int[] rows, double[] values, Color color, LineStyle style, double width) {
    double[] at = IntStream.of(rows).mapToDouble(row -> x[row]).toArray();
    double[] y = IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
    return new Artist.Line(label, at, y, color, style, width);
  }
}

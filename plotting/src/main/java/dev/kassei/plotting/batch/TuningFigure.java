package dev.kassei.plotting.batch;

import dev.kassei.plotting.figure.Artist;
import dev.kassei.plotting.figure.Axes2D;
import dev.kassei.plotting.figure.Axis;
import dev.kassei.plotting.figure.Figure;
import dev.kassei.plotting.figure.Legend;
import dev.kassei.plotting.figure.Marker;
import dev.kassei.plotting.figure.Palette;
import dev.kassei.plotting.figure.Panel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Scores over the number that was tuned, a line per method; a diamond marks what was chosen. */
public final class TuningFigure {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 440;
  private static final int MAX_METHODS = 12;
  private static final double LOG_RATIO = 8;
  private static final double LOG_SCORE_RATIO = 20;

  private TuningFigure() {}

  /** A panel for each of the first twelve, with the first twelve methods each. */
  public static Figure of(List<Tuning> all) {
    List<Panel> panels = all.stream().limit(Grid.MAX_PANELS).map(TuningFigure::panel).toList();
    return Grid.of(panels, 2, WIDTH, HEIGHT);
  }

  private static Panel panel(Tuning tuning) {
    List<TuningCurve> curves = tuning.curves().stream().limit(MAX_METHODS).toList();
    List<Artist> artists = new ArrayList<>();
    for (int i = 0; i < curves.size(); i++) {
      TuningCurve curve = curves.get(i);
      String name = Labels.name(curve.method());
      artists.add(
          Artist.Line.of(name, curve.numbers(), curve.scores(), Palette.color(i))
              .withStyle(Palette.style(i)));
      artists.add(
          Artist.Points.of("", curve.numbers(), curve.scores(), Palette.color(i)).withSize(3.5));
    }
    for (int i = 0; i < curves.size(); i++) {
      double[] x = {curves.get(i).chosen()};
      double[] y = {curves.get(i).chosenScore()};
      artists.add(
          Artist.Points.of("", x, y, Palette.color(i)).withMarker(Marker.DIAMOND).withSize(10));
    }
    Axis x = axis(tuning.number() + " (diamonds: chosen)", curves, TuningCurve::numbers, LOG_RATIO);
    Axis y = axis(tuning.metric(), curves, TuningCurve::scores, LOG_SCORE_RATIO);
    return Axes2D.of(tuning.title(), x, y, artists)
        .withLegend(Legend.OUTSIDE)
        .withAlternative(words(tuning));
  }

  private interface Values {
    double[] of(TuningCurve curve);
  }

  /** Logarithmic if the values are positive and spread wider than a ratio. */
  private static Axis axis(String label, List<TuningCurve> curves, Values values, double ratio) {
    double[] sorted =
        curves.stream()
            .flatMapToDouble(curve -> Arrays.stream(values.of(curve)))
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    boolean wide =
        sorted.length > 0 && sorted[0] > 0 && sorted[sorted.length - 1] > ratio * sorted[0];
    return wide ? Axis.log(label) : Axis.linear(label);
  }

  private static String words(Tuning tuning) {
    String chosen =
        tuning.curves().stream()
            .limit(Grid.MAX_PANELS)
            .map(curve -> curve.method() + " " + Labels.value(curve.chosen()))
            .collect(Collectors.joining(", "));
    return "%s: %s over %s. Chosen: %s."
        .formatted(tuning.title(), tuning.metric(), tuning.number(), chosen);
  }
}

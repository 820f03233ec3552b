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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Scores over the number that was tuned, a line per method; diamonds mark what was chosen. */
public final class TuningFigure {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 440;
  private static final int MAX_METHODS = 12;
  private static final double DIAMOND = 10;
  private static final double LEAST_DIAMOND = 6;
  private static final double GREATEST_DIAMOND = 18;
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
      artists.add(
          Artist.Line.of(label(curve), curve.numbers(), curve.scores(), Palette.color(i))
              .withStyle(Palette.style(i)));
      artists.add(
          Artist.Points.of("", curve.numbers(), curve.scores(), Palette.color(i)).withSize(3.5));
    }
    artists.addAll(diamonds(curves));
    Axis x = axis(tuning.number() + " (diamonds: chosen)", curves, TuningCurve::numbers, LOG_RATIO);
    Axis y = axis(tuning.metric() + best(tuning), curves, TuningCurve::scores, LOG_SCORE_RATIO);
    return Axes2D.of(tuning.title(), x, y, artists)
        .withLegend(Legend.OUTSIDE)
        .withAlternative(words(tuning));
  }

  /** With how often each was chosen, where several were. */
  private static String label(TuningCurve curve) {
    String name = Labels.name(curve.method());
    return curve.taken().length > 1 ? "%s (%s)".formatted(name, curve.choices()) : name;
  }

  private static String best(Tuning tuning) {
    return tuning.others().isEmpty() ? "" : ", the best over " + String.join(", ", tuning.others());
  }

  /** Of methods that chose the same number each has a smaller one, so that all are seen. */
  private static List<Artist> diamonds(List<TuningCurve> curves) {
    Map<Double, Long> methods =
        curves.stream()
            .flatMap(curve -> IntStream.of(curve.taken()).mapToObj(at -> curve.numbers()[at]))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    var drawn = new HashMap<Double, Integer>();
    List<Artist> diamonds = new ArrayList<>();
    for (int i = 0; i < curves.size(); i++) {
      TuningCurve curve = curves.get(i);
      for (int at : curve.taken()) {
        double number = curve.numbers()[at];
        double size = size(drawn.merge(number, 1, Integer::sum), methods.get(number));
        double[] x = {number};
        double[] y = {curve.scores()[at]};
        diamonds.add(
            Artist.Points.of("", x, y, Palette.color(i)).withMarker(Marker.DIAMOND).withSize(size));
      }
    }
    return diamonds;
  }

  private static double size(long place, long count) {
    return count == 1
        ? DIAMOND
        : GREATEST_DIAMOND - (GREATEST_DIAMOND - LEAST_DIAMOND) * (place - 1) / (count - 1);
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
            .filter(curve -> curve.taken().length > 0)
            .limit(MAX_METHODS)
            .map(curve -> curve.method() + " " + curve.choices())
            .collect(Collectors.joining("; "));
    return "%s: %s over %s%s. Chosen: %s."
        .formatted(tuning.title(), tuning.metric(), tuning.number(), best(tuning), chosen);
  }
}

package dev.kassei.cli;

import dev.kassei.api.Activation;
import dev.kassei.api.Layer;
import dev.kassei.api.Precision;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Mode;
import dev.kassei.api.expr.Shape;
import dev.kassei.cli.gallery.GalleryFunction;
import dev.kassei.engine.FormulaFunction;
import dev.kassei.engine.analysis.Properties;
import dev.kassei.plotting.Format;
import dev.kassei.plotting.figure.Artist;
import dev.kassei.plotting.figure.Artist.Band;
import dev.kassei.plotting.figure.Artist.Line;
import dev.kassei.plotting.figure.Axes2D;
import dev.kassei.plotting.figure.Axis;
import dev.kassei.plotting.figure.Figure;
import dev.kassei.plotting.figure.Legend;
import dev.kassei.plotting.figure.LineStyle;
import dev.kassei.plotting.figure.Palette;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A small picture of an activation: its value and its derivative over [−5, 5], and behind them, if
 * it draws noise, where values in training lie.
 */
record ActivationPicture(String title, Activation activation) {
  private static final int WIDTH = 300;
  private static final int HEIGHT = 200;
  private static final int POINTS = 120;
  private static final int PLACES = 40;
  private static final int DRAWS = 1000;
  private static final double EDGE = 5;

  /** Beyond it curves leave the picture, so that cubes do not flatten what happens around 0. */
  private static final double HIGHEST = 5;

  /** Too near to be seen, so that lines are not drawn across a jump. */
  private static final double BESIDE = 1e-9;

  /** The picture as an SVG file. */
  byte[] svg() {
    return Format.SVG.draw(figure());
  }

  Figure figure() {
    double[] x = points();
    GalleryFunction.Curve curve = curve(x);
    var artists = new ArrayList<Artist>();
    if (ActivationFacts.drawsNoise(activation)) {
      artists.add(draws());
    }
    double[] values = withGaps(x, curve.values(), properties().map(Properties::jumps));
    double[] slopes = withGaps(x, curve.derivatives(), properties().map(this::breaks));
    artists.add(Line.of("", x, values, Palette.color(0)));
    artists.add(Line.of("", x, slopes, Palette.color(1)).withStyle(LineStyle.DASHED));
    Axis y = Axis.linear("").withLimits(low(curve), high(curve));
    Axes2D axes =
        Axes2D.of(title, Axis.linear("").withLimits(-EDGE, EDGE), y, artists)
            .withLegend(Legend.NONE)
            .withAlternative(title + ": value and derivative over x from -5 to 5");
    return new Figure("", WIDTH, HEIGHT, 1, List.of(axes));
  }

  /** Evenly spread, and beside each place where the derivative jumps. */
  private double[] points() {
    DoubleStream even = Arrays.stream(spread(POINTS));
    DoubleStream beside =
        properties().map(this::breaks).orElse(List.of()).stream()
            .filter(place -> Math.abs(place) < EDGE)
            .flatMapToDouble(k -> DoubleStream.of(k - BESIDE, k, k + BESIDE));
    return DoubleStream.concat(even, beside).sorted().distinct().toArray();
  }

  private static double[] spread(int intervals) {
    return IntStream.rangeClosed(0, intervals)
        .mapToDouble(i -> (2.0 * i / intervals - 1) * EDGE)
        .toArray();
  }

  private Optional<Properties> properties() {
    return Properties.of(activation);
  }

  /** Where the derivative jumps. */
  private List<Double> breaks(Properties properties) {
    return Stream.of(properties.kinks(), properties.jumps()).flatMap(List::stream).toList();
  }

  private static double[] withGaps(double[] x, double[] y, Optional<List<Double>> places) {
    double[] broken = y.clone();
    Arrays.setAll(
        broken, i -> places.filter(all -> all.contains(x[i])).isPresent() ? Double.NaN : y[i]);
    return broken;
  }

  private boolean halves() {
    return activation.apply(Expr.input("x", Shape.batch(2))).width() == 1;
  }

  /** As in the gallery; but gates of half a row, which are lines for (x, 0), are given (1, x). */
  private GalleryFunction.Curve curve(double[] x) {
    GalleryFunction.Curve curve = new GalleryFunction(title, activation).curve(x);
    if (Arrays.stream(curve.derivatives()).distinct().count() > 1 || !halves()) {
      return curve;
    }
    Layer gate = in -> activation.apply(in.times(0).plus(1).concat(in));
    var function = FormulaFunction.of(gate, 1, Precision.FLOAT64, Mode.INFERENCE);
    double[] ones = new double[x.length];
    Arrays.fill(ones, 1);
    return new GalleryFunction.Curve(function.value(x), function.gradient(x, ones));
  }

  /** From the least to the greatest tenth of many values in training at each of some places. */
  private Artist draws() {
    double[] places = spread(PLACES);
    double[] all = new double[places.length * DRAWS];
    Arrays.setAll(all, i -> places[i / DRAWS]);
    double[] values = inTraining(all);
    double[] low = new double[places.length];
    double[] high = new double[places.length];
    for (int place = 0; place < places.length; place++) {
      Arrays.sort(values, place * DRAWS, (place + 1) * DRAWS);
      low[place] = values[place * DRAWS + DRAWS / 10];
      high[place] = values[(place + 1) * DRAWS - 1 - DRAWS / 10];
    }
    return Band.of(places, low, high, Palette.color(0));
  }

  /** Noise is drawn for gradients alone, and y is the gradient of y · c by c. */
  private double[] inTraining(double[] x) {
    Layer product = in -> activation.apply(in.columns(0, 1)).times(in.columns(1, 2));
    var function = FormulaFunction.of(product, 2, Precision.FLOAT64, Mode.TRAINING);
    double[] rows = new double[2 * x.length];
    Arrays.setAll(rows, i -> i % 2 == 0 ? x[i / 2] : 1);
    double[] ones = new double[x.length];
    Arrays.fill(ones, 1);
    double[] gradient = function.gradient(rows, ones);
    return IntStream.range(0, x.length).mapToDouble(i -> gradient[2 * i + 1]).toArray();
  }

  private static double low(GalleryFunction.Curve curve) {
    return Math.max(-HIGHEST, all(curve).min().orElse(0)) - 0.25;
  }

  private static double high(GalleryFunction.Curve curve) {
    return Math.min(HIGHEST, all(curve).max().orElse(0)) + 0.25;
  }

  private static DoubleStream all(GalleryFunction.Curve curve) {
    return DoubleStream.concat(Arrays.stream(curve.values()), Arrays.stream(curve.derivatives()))
        .filter(Double::isFinite);
  }
}

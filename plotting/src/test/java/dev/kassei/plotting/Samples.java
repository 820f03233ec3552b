package dev.kassei.plotting;

import dev.kassei.plotting.figure.Artist;
import dev.kassei.plotting.figure.Artist.Anchor;
import dev.kassei.plotting.figure.Artist.Band;
import dev.kassei.plotting.figure.Artist.Bars;
import dev.kassei.plotting.figure.Artist.Box;
import dev.kassei.plotting.figure.Artist.Boxes;
import dev.kassei.plotting.figure.Artist.HeatMap;
import dev.kassei.plotting.figure.Artist.Intervals;
import dev.kassei.plotting.figure.Artist.Line;
import dev.kassei.plotting.figure.Artist.Points;
import dev.kassei.plotting.figure.Artist.Reference;
import dev.kassei.plotting.figure.Artist.Steps;
import dev.kassei.plotting.figure.Artist.Text;
import dev.kassei.plotting.figure.Axes2D;
import dev.kassei.plotting.figure.Axes3D;
import dev.kassei.plotting.figure.Axis;
import dev.kassei.plotting.figure.Color;
import dev.kassei.plotting.figure.ColorMap;
import dev.kassei.plotting.figure.Figure;
import dev.kassei.plotting.figure.LineStyle;
import dev.kassei.plotting.figure.Marker;
import dev.kassei.plotting.figure.Orientation;
import dev.kassei.plotting.figure.Palette;
import dev.kassei.plotting.figure.Panel;
import dev.kassei.plotting.figure.Surface;
import java.util.List;

/** Figures for tests; all numbers are made by +, −, ·, / alone. */
public final class Samples {
  private Samples() {}

  /** A panel of each kind. */
  public static Figure figure() {
    List<Panel> panels = List.of(surface("Saddle", 30), curves(), bars(), boxes(), map(), steps());
    return new Figure("Samples <of all>", 1080, 640, 3, panels);
  }

  /** A saddle over [-1, 1]². */
  public static Axes3D surface(String title, int points) {
    double[] x = new double[points];
    double[][] z = new double[points][points];
    for (int i = 0; i < points; i++) {
      x[i] = 2.0 * i / (points - 1) - 1;
    }
    for (int i = 0; i < points; i++) {
      for (int j = 0; j < points; j++) {
        z[i][j] = x[i] * x[i] - x[j] * x[j];
      }
    }
    return Axes3D.of(title, "Input 1", "x2", "Output", new Surface(x, x, z, ColorMap.PLASMA));
  }

  /** A learning curve on a logarithmic axis, which leaves one value out. */
  public static Axes2D curves() {
    double[] x = {0, 1, 2, 3, 4, 5, 6};
    double[] y = {1, 0.3, 0.1, 0.02, 0, 0.004, 0.001};
    double[] low = {0.8, 0.2, 0.07, 0.01, Double.NaN, 0.003, 0.0005};
    double[] high = {1.2, 0.4, 0.15, 0.04, Double.NaN, 0.006, 0.002};
    return Axes2D.of(
        "Learning",
        Axis.linear("epoch"),
        Axis.log("loss"),
        List.of(
            Band.of(x, low, high, Palette.color(0)),
            Line.of("train", x, y, Palette.color(0)),
            Line.of("validation", x, high, Palette.color(1)).withStyle(LineStyle.DASHED),
            new Reference("goal", Orientation.HORIZONTAL, 0.01, Color.GRAY, LineStyle.DOTTED)));
  }

  private static Axes2D bars() {
    double[] places = {0, 1, 2};
    return Axes2D.of(
        "Bars",
        Axis.category("activation", "relu", "a longer name", "leaky_relu"),
        Axis.linear("accuracy"),
        List.of(
            new Bars("", Orientation.VERTICAL, places, places, 0.7, Palette.color(2)),
            new Text("best", 2, 1, Anchor.MIDDLE, 10, Color.WHITE)));
  }

  private static Axes2D boxes() {
    double[] positions = {0, 1};
    double[] centers = {0.2, 0.7};
    double[] low = {-0.1, 0.5};
    double[] high = {0.6, 0.9};
    List<Artist> artists =
        List.of(
            new Boxes(
                "quartiles",
                Orientation.HORIZONTAL,
                List.of(new Box(0, -1, -0.5, 0, 0.5, 1), new Box(1, -0.5, 0, 0.5, 1, 1.5)),
                0.5,
                Palette.color(4)),
            new Intervals(
                "95 %", Orientation.HORIZONTAL, positions, centers, low, high, Palette.color(3)),
            Points.of("trials", high, positions, Palette.color(6)).withMarker(Marker.CROSS));
    Axis names = Axis.category("", "gelu", "mish").invert();
    return Axes2D.of("Boxes", Axis.linear("difference"), names, artists);
  }

  private static Axes2D map() {
    double[] edges = {-0.5, 0.5, 1.5};
    double[][] values = {{3, 10}, {Double.NaN, 7}};
    List<List<String>> texts = List.of(List.of("3", "10"), List.of("", "7"));
    return Axes2D.of(
        "Map",
        Axis.category("predicted", "a", "b"),
        Axis.category("actual", "a", "b").invert(),
        List.of(new HeatMap(edges, edges, values, ColorMap.VIRIDIS, 0, 10, texts, "rows")));
  }

  private static Axes2D steps() {
    double[] edges = {-2, -1, 0, 1, 2};
    double[] counts = {10, 40, 35, 5};
    return Axes2D.of(
        "Weights",
        Axis.linear("weight"),
        Axis.linear("count"),
        List.of(new Steps("trained", edges, counts, Palette.color(5), 0.5)));
  }
}

package dev.kassei.cli.gallery;

import dev.kassei.plotting.figure.Artist;
import dev.kassei.plotting.figure.Axes2D;
import dev.kassei.plotting.figure.Axes3D;
import dev.kassei.plotting.figure.Axis;
import dev.kassei.plotting.figure.ColorMap;
import dev.kassei.plotting.figure.Figure;
import dev.kassei.plotting.figure.Legend;
import dev.kassei.plotting.figure.Palette;
import dev.kassei.plotting.figure.Panel;
import dev.kassei.plotting.figure.Surface;
import dev.kassei.plotting.formula.FunctionCurve;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of a gallery: a panel for each function, in a grid as square as may be. */
public record GalleryFigures(List<GalleryFunction> functions) {
  private static final int MESH_POINTS = 100;
  private static final int CURVE_POINTS = 401;
  private static final int PANEL_PIXELS = 450;
  private static final int OVERLAY_WIDTH_PIXELS = 900;
  private static final int OVERLAY_HEIGHT_PIXELS = 1100;
  private static final int CURVES_HEIGHT_PIXELS = 340;

  /**
   * The figures by the names of their files.
   *
   * @param range the smallest and the largest input; empty for the article's and one around 0
   */
  public Map<String, Figure> all(List<Double> range) {
    var figures = new LinkedHashMap<String, Figure>();
    if (range.isEmpty()) {
      figures.put("gallery", surfaces(0, 10));
      figures.put("gallery-centered", surfaces(-5, 5));
      figures.put("gallery-curves", curves(-5, 5));
    } else {
      figures.put("gallery", surfaces(range.get(0), range.get(1)));
      figures.put("gallery-curves", curves(range.get(0), range.get(1)));
    }
    return figures;
  }

  private Figure surfaces(double low, double high) {
    double[] x = linspace(low, high, MESH_POINTS);
    double[][] z = new double[MESH_POINTS][MESH_POINTS];
    for (int row = 0; row < MESH_POINTS; row++) {
      for (int column = 0; column < MESH_POINTS; column++) {
        z[row][column] = 2 * x[column] + 3 * x[row] + 1;
      }
    }
    return grid(functions.stream().map(function -> surface(function, x, z)).toList(), PANEL_PIXELS);
  }

  private static Panel surface(GalleryFunction function, double[] x, double[][] z) {
    var surface = new Surface(x, x, function.surface(z), ColorMap.VIRIDIS);
    return Axes3D.of(function.title() + " Activation", "Input1", "Input2", "Output", surface)
        .withAlternative(
            "%s of Z = 2·x1 + 3·x2 + 1 as a surface over x1 and x2".formatted(function.title()));
  }

  private Figure curves(double low, double high) {
    double[] x = linspace(low, high, CURVE_POINTS);
    return grid(
        functions.stream().map(function -> curves(function, x)).toList(), CURVES_HEIGHT_PIXELS);
  }

  private static Panel curves(GalleryFunction function, double[] x) {
    GalleryFunction.Curve curve = function.curve(x);
    String title = function.isPointwise() ? function.title() : function.title() + " of (x, 0)";
    return new FunctionCurve(title, x, curve.values(), curve.derivatives()).panel();
  }

  /** All functions in one pair of axes, and their derivatives in another. */
  public Figure overlay(List<Double> range) {
    double[] x =
        range.isEmpty()
            ? linspace(-5, 5, CURVE_POINTS)
            : linspace(range.get(0), range.get(1), CURVE_POINTS);
    List<GalleryFunction.Curve> curves = functions.stream().map(each -> each.curve(x)).toList();
    List<Panel> panels =
        List.of(
            overlay("value", x, curves.stream().map(GalleryFunction.Curve::values).toList()),
            overlay(
                "derivative", x, curves.stream().map(GalleryFunction.Curve::derivatives).toList()));
    return new Figure("", OVERLAY_WIDTH_PIXELS, OVERLAY_HEIGHT_PIXELS, 1, panels);
  }

  private Panel overlay(String title, double[] x, List<double[]> values) {
    var lines = new ArrayList<Artist>();
    for (int i = 0; i < values.size(); i++) {
      String label = functions.get(i).title();
      lines.add(
          Artist.Line.of(label, x, values.get(i), Palette.color(i)).withStyle(Palette.style(i)));
    }
    String names = String.join(", ", functions.stream().map(GalleryFunction::title).toList());
    return Axes2D.of(title, Axis.linear("x"), Axis.linear(""), lines)
        .withLegend(Legend.OUTSIDE)
        .withAlternative("%s over x of %s".formatted(title, names));
  }

  private static Figure grid(List<Panel> panels, int height) {
    int columns = (int) Math.ceil(Math.sqrt(panels.size()));
    int rows = (panels.size() + columns - 1) / columns;
    return new Figure("", columns * PANEL_PIXELS, rows * height, columns, panels);
  }

  private static double[] linspace(double low, double high, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = i * ((high - low) / (count - 1)) + low;
    }
    values[count - 1] = high;
    return values;
  }
}

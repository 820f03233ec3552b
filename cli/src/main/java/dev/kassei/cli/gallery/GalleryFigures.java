package dev.kassei.cli.gallery;

import dev.kassei.plotting.figure.Axes3D;
import dev.kassei.plotting.figure.ColorMap;
import dev.kassei.plotting.figure.Figure;
import dev.kassei.plotting.figure.Panel;
import dev.kassei.plotting.figure.Surface;
import dev.kassei.plotting.formula.FunctionCurve;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of a gallery: a panel for each function, in a grid as square as may be. */
public record GalleryFigures(List<GalleryFunction> functions) {
  private static final int MESH_POINTS = 100;
  private static final int CURVE_POINTS = 401;
  private static final int PANEL_PIXELS = 450;
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

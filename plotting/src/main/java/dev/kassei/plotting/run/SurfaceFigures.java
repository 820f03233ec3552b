package dev.kassei.plotting.run;

import dev.kassei.api.Target;
import dev.kassei.plotting.figure.Axes3D;
import dev.kassei.plotting.figure.ColorMap;
import dev.kassei.plotting.figure.Figure;
import dev.kassei.plotting.figure.Panel;
import dev.kassei.plotting.figure.Surface;
import dev.kassei.plotting.report.Block;
import dev.kassei.plotting.report.Picture;
import dev.kassei.results.Run;
import dev.kassei.results.record.SplitPredictions;
import dev.kassei.results.record.SurfaceRecord;
import dev.kassei.results.record.SurfacesRecord;
import dev.kassei.results.text.Noun;
import dev.kassei.results.text.Rounded;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a network of two inputs has learned, in 3-D. */
final class SurfaceFigures {
  private static final String TITLE = "Learned Activation Output Surface";
  private static final int SMALL_WIDTH = 600;
  private static final int SMALL_HEIGHT = 500;

  private final Run run;
  private final SurfacesRecord surfaces;

  SurfaceFigures(Run run, SurfacesRecord surfaces) {
    this.run = run;
    this.surfaces = surfaces;
  }

  /** The final weights' surface, a panel an output. */
  Figure figure() {
    List<Panel> panels = new ArrayList<>();
    for (String column : columns()) {
      List<SurfaceRecord> times = times(column);
      panels.add(panel(times.get(times.size() - 1)));
    }
    if (panels.size() == 1) {
      return Figure.of(panels.get(0));
    }
    int columns = panels.size() == 3 ? 3 : 2;
    int rows = (panels.size() + columns - 1) / columns;
    return new Figure(TITLE, columns * SMALL_WIDTH, rows * SMALL_HEIGHT, columns, panels);
  }

  /** The same, as it grew. */
  Block.Pictures pictures() {
    List<Picture> pictures = new ArrayList<>();
    for (String column : columns()) {
      List<SurfaceRecord> times = times(column);
      List<double[][]> frames = times.stream().map(this::heights).toList();
      pictures.add(new Picture(panel(times.get(times.size() - 1)), frames));
    }
    List<String> names =
        times(columns().get(0)).stream().map(time -> "epoch " + time.epoch()).toList();
    return new Block.Pictures("As the network learned", names, pictures);
  }

  /** All outputs; the number of the predicted class is one for the decision map. */
  private List<String> columns() {
    return surfaces.surfaces().stream()
        .map(SurfaceRecord::column)
        .filter(column -> !column.equals(SplitPredictions.PREDICTED))
        .distinct()
        .toList();
  }

  private List<SurfaceRecord> times(String column) {
    return surfaces.surfaces().stream().filter(each -> each.column().equals(column)).toList();
  }

  private Axes3D panel(SurfaceRecord record) {
    Target target = run.record().data().target();
    List<String> inputs = InputLabels.of(run.record().data().features());
    boolean several = columns().size() > 1;
    String name = record.column().substring(record.column().indexOf('.') + 1);
    String output = target.isClasses() ? "Output" : "Predicted " + name;
    var surface = new Surface(surfaces.x1(), surfaces.x2(), heights(record), ColorMap.PLASMA);
    return Axes3D.of(several ? name : TITLE, inputs.get(0), inputs.get(1), output, surface)
        .withAlternative(
            "%s after %s: %s over the mesh of two inputs lies between %s and %s."
                .formatted(
                    several ? TITLE + " of " + name : TITLE,
                    Noun.EPOCH.count(record.epoch()),
                    output,
                    Rounded.PRINT.value(least(record.values())),
                    Rounded.PRINT.value(-least(negative(record.values())))));
  }

  private static double least(double[] values) {
    return Arrays.stream(values).filter(Double::isFinite).min().orElse(Double.NaN);
  }

  private static double[] negative(double[] values) {
    return Arrays.stream(values).map(value -> -value).toArray();
  }

  private double[][] heights(SurfaceRecord record) {
    return rows(record.values(), surfaces.x2().length);
  }

  static double[][] rows(double[] values, int count) {
    int width = values.length / count;
    double[][] rows = new double[count][];
    for (int i = 0; i < count; i++) {
      rows[i] = Arrays.copyOfRange(values, i * width, (i + 1) * width);
    }
    return rows;
  }
}

package dev.kassei.plotting.run;

import dev.kassei.api.Epoch;
import dev.kassei.plotting.Format;
import dev.kassei.plotting.PictureFiles;
import dev.kassei.plotting.axis.Thinning;
import dev.kassei.plotting.figure.Artist;
import dev.kassei.plotting.figure.Axes2D;
import dev.kassei.plotting.figure.Axis;
import dev.kassei.plotting.figure.Figure;
import dev.kassei.plotting.figure.Legend;
import dev.kassei.plotting.figure.Palette;
import dev.kassei.plotting.figure.Panel;
import dev.kassei.results.Run;
import dev.kassei.results.file.CsvTable;
import dev.kassei.results.text.Heading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Several runs in one picture: a panel for each loss and metric, a curve for each run. */
public final class RunOverlay {
  private static final String EPOCH = "epoch";

  /** With more runs than this the legend stands beside the curves. */
  private static final int WITHIN = 4;

  private static final int WIDTH = 640;
  private static final int HEIGHT = 460;

  private final Map<String, CsvTable> runs = new LinkedHashMap<>();

  private RunOverlay() {}

  /**
   * Draws the file {@code curves}; nothing where no epoch was measured.
   *
   * @param folders of runs
   * @param out made if it is not there
   * @return the files
   * @throws dev.kassei.results.file.FolderException if a folder is not that of a run, or damaged
   */
  public static List<Path> write(List<Path> folders, Path out, List<Format> formats)
      throws IOException {
    var overlay = new RunOverlay();
    for (Path folder : folders) {
      overlay.runs.put(label(folder, folders), Run.read(folder).metrics());
    }
    Optional<Figure> figure = overlay.figure();
    return figure.isEmpty()
        ? List.of()
        : PictureFiles.write(out, Map.of("curves", figure.get()), formats);
  }

  /** The name of the folder, and where it is if another has the same. */
  private static String label(Path folder, List<Path> all) {
    boolean isOne = all.stream().filter(each -> name(each).equals(name(folder))).count() == 1;
    return isOne ? name(folder) : folder.toString();
  }

  private static String name(Path folder) {
    return folder.toAbsolutePath().normalize().getFileName().toString();
  }

  private Optional<Figure> figure() {
    List<Panel> panels = columns().stream().flatMap(column -> panel(column).stream()).toList();
    if (panels.isEmpty()) {
      return Optional.empty();
    }
    int columns = Math.min(2, panels.size());
    int rows = (panels.size() + columns - 1) / columns;
    return Optional.of(new Figure("", columns * WIDTH, rows * HEIGHT, columns, panels));
  }

  private Set<String> columns() {
    var columns = new LinkedHashSet<String>();
    runs.values().forEach(metrics -> columns.addAll(metrics.columns()));
    columns.removeAll(List.of(EPOCH, Epoch.LEARNING_RATE));
    return columns;
  }

  private Optional<Panel> panel(String column) {
    var lines = new ArrayList<Artist>();
    int number = 0;
    for (Map.Entry<String, CsvTable> run : runs.entrySet()) {
      curve(run.getKey(), run.getValue(), column, number++).ifPresent(lines::add);
    }
    String title = Heading.of(column);
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Axes2D.of(title, Axis.count("Epoch"), Axis.linear(title), lines)
                .withLegend(runs.size() > WITHIN ? Legend.OUTSIDE : Legend.BEST)
                .withAlternative(
                    "%s by epoch of the runs %s"
                        .formatted(title, String.join(", ", runs.keySet()))));
  }

  /** Epochs that were not measured are left out. */
  private static Optional<Artist> curve(String label, CsvTable metrics, String column, int number) {
    if (!metrics.has(column)) {
      return Optional.empty();
    }
    double[] values = metrics.numbers(column);
    int[] measured =
        Arrays.stream(Thinning.curve(values)).filter(i -> Double.isFinite(values[i])).toArray();
    double[] x = Thinning.chosen(metrics.numbers(EPOCH), measured);
    double[] y = Thinning.chosen(values, measured);
    if (y.length < 2) {
      return y.length == 0
          ? Optional.empty()
          : Optional.of(Artist.Points.of(label, x, y, Palette.color(number)));
    }
    return Optional.of(
        Artist.Line.of(label, x, y, Palette.color(number)).withStyle(Palette.style(number)));
  }
}

package dev.kassei.plotting.run;

import dev.kassei.api.Target;
import dev.kassei.plotting.figure.Artist;
import dev.kassei.plotting.figure.Axes2D;
import dev.kassei.plotting.figure.Axis;
import dev.kassei.plotting.figure.Color;
import dev.kassei.plotting.figure.ColorMap;
import dev.kassei.plotting.figure.Figure;
import dev.kassei.plotting.figure.Legend;
import dev.kassei.plotting.figure.Marker;
import dev.kassei.plotting.figure.Panel;
import dev.kassei.results.Run;
import dev.kassei.results.file.CsvTable;
import dev.kassei.results.record.SplitPredictions;
import dev.kassei.results.record.SurfaceRecord;
import dev.kassei.results.record.SurfacesRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What a network of two inputs predicts, from above, and the data: rows of the train split are
 * full, those of the validation split have a small hole, those of the test split a large one. Of
 * many rows few are on the map, and panels beside it show where all of them lie.
 */
final class DecisionMap {
  private static final int MAX_POINTS = 2_000;
  private static final int FEW_POINTS = 300;
  private static final int WIDTH = 700;
  private static final int HEIGHT = 540;
  private static final Map<String, Double> HOLES = Map.of("validation", 0.4, "test", 0.7);
  private static final List<Marker> MARKERS =
      List.of(Marker.CIRCLE, Marker.SQUARE, Marker.DIAMOND, Marker.TRIANGLE);
  private static final double RIM = 1.25;
  private static final double SIZE = 6.5;

  private final Run run;
  private final SurfacesRecord surfaces;
  private final Target target;

  DecisionMap(Run run, SurfacesRecord surfaces) {
    this.run = run;
    this.surfaces = surfaces;
    this.target = run.record().data().target();
  }

  Figure figure() {
    List<String> features = run.record().data().features();
    List<String> inputs = InputLabels.of(features);
    Axis x = axis(inputs.get(0), surfaces.x1());
    Axis y = axis(inputs.get(1), surfaces.x2());
    Optional<Data> data = data(features);
    Axes2D map = map(x, y, data);
    List<Panel> densities =
        data.filter(all -> Density.isFor(all.x().length)).map(all -> densities(x, y, all)).stream()
            .flatMap(List::stream)
            .toList();
    if (densities.isEmpty()) {
      return Figure.of(map);
    }
    List<Panel> panels = new ArrayList<>(List.of(map));
    panels.addAll(densities);
    int rows = (panels.size() + 1) / 2;
    return new Figure("", 2 * WIDTH, rows * HEIGHT, 2, panels);
  }

  private Axes2D map(Axis x, Axis y, Optional<Data> data) {
    List<Artist> artists = new ArrayList<>(List.of(map(shown())));
    data.ifPresent(all -> artists.addAll(points(all)));
    boolean isNamed = artists.stream().anyMatch(artist -> !artist.label().isEmpty());
    String words =
        "Decision map: what the network predicts over %s and %s, with the data as points."
            .formatted(x.label(), y.label());
    return Axes2D.of("Decision Map", x, y, artists)
        .withAlternative(words)
        .withLegend(isNamed ? Legend.OUTSIDE : Legend.NONE);
  }

  private List<Panel> densities(Axis x, Axis y, Data data) {
    List<Panel> panels = new ArrayList<>();
    for (String split : splits()) {
      int[] rows = data.rows(row -> data.splits().get(row).equals(split));
      Artist density = Density.of(at(data.x(), rows), at(data.y(), rows));
      String words =
          "Where the %s rows of the split %s lie over %s and %s."
              .formatted(rows.length, split, x.label(), y.label());
      panels.add(
          Axes2D.of("Rows, " + split, x, y, List.of(density))
              .withAlternative(words)
              .withLegend(Legend.NONE));
    }
    return panels;
  }

  private List<String> splits() {
    return List.copyOf(run.record().data().splits().keySet());
  }

  /** The predicted class if it is stored, else the first output; of the last epoch. */
  private SurfaceRecord shown() {
    List<SurfaceRecord> all = surfaces.surfaces();
    int last = all.stream().mapToInt(SurfaceRecord::epoch).max().orElseThrow();
    List<SurfaceRecord> ends = all.stream().filter(each -> each.epoch() == last).toList();
    return ends.stream().filter(DecisionMap::isPredictedClass).findFirst().orElse(ends.get(0));
  }

  private static boolean isPredictedClass(SurfaceRecord surface) {
    return surface.column().equals(SplitPredictions.PREDICTED);
  }

  private Artist map(SurfaceRecord shown) {
    double[] finite = Arrays.stream(shown.values()).filter(Double::isFinite).toArray();
    double least = Arrays.stream(finite).min().orElse(0);
    double greatest = Arrays.stream(finite).max().orElse(1);
    if (isPredictedClass(shown)) {
      return heatMap(shown, 0, Math.max(1, target.classes().size() - 1), "");
    }
    if (target.isClasses()) {
      // the colours mean the same in every picture: blue the first class, red the second
      return heatMap(shown, Math.min(0, least), Math.max(1, greatest), "Output");
    }
    return heatMap(
        shown,
        least,
        greatest > least ? greatest : least + 1,
        "Predicted " + target.names().get(0));
  }

  private Artist heatMap(SurfaceRecord shown, double low, double high, String label) {
    return new Artist.HeatMap(
        edges(surfaces.x1()),
        edges(surfaces.x2()),
        SurfaceFigures.rows(shown.values(), surfaces.x2().length),
        colorMap(),
        low,
        high,
        List.of(),
        label);
  }

  private ColorMap colorMap() {
    return target.classes().size() == 2 ? ColorMap.COOLWARM : ColorMap.VIRIDIS;
  }

  /** Each point of the mesh is the middle of a cell. */
  static double[] edges(double[] mesh) {
    double[] edges = new double[mesh.length + 1];
    for (int i = 1; i < mesh.length; i++) {
      edges[i] = (mesh[i - 1] + mesh[i]) / 2;
    }
    edges[0] = mesh[0] - (edges[1] - mesh[0]);
    edges[mesh.length] = 2 * mesh[mesh.length - 1] - edges[mesh.length - 1];
    return edges;
  }

  /** As far as the mesh, and a little more, so that points at its border are whole. */
  private static Axis axis(String label, double[] mesh) {
    double margin = (mesh[mesh.length - 1] - mesh[0]) / 40;
    return Axis.linear(label).withLimits(mesh[0] - margin, mesh[mesh.length - 1] + margin);
  }

  /** The two features of each row, and the split that it is of. */
  private record Data(double[] x, double[] y, List<String> splits) {
    int[] rows(IntPredicate chosen) {
      return IntStream.range(0, x.length).filter(chosen).toArray();
    }
  }

  private Optional<Data> data(List<String> features) {
    CsvTable table = run.predictions();
    String first = SplitPredictions.FEATURE + "." + features.get(0);
    String second = SplitPredictions.FEATURE + "." + features.get(1);
    return table.has(first) && table.has(second)
        ? Optional.of(
            new Data(
                table.numbers(first), table.numbers(second), table.texts(SplitPredictions.SPLIT)))
        : Optional.empty();
  }

  /** Of each split the rows of each class, the train split at the bottom. */
  private List<Artist> points(Data data) {
    int most = Density.isFor(data.x().length) ? FEW_POINTS : MAX_POINTS;
    int step = 1 + (data.x().length - 1) / most;
    List<Artist> artists = new ArrayList<>();
    for (String split : splits()) {
      int[] rows = data.rows(row -> row % step == 0 && data.splits().get(row).equals(split));
      if (target.isClasses()) {
        artists.addAll(classes(data, rows, split));
      } else {
        artists.add(points(label("", split), data, rows, Color.BLACK, split));
      }
    }
    return artists;
  }

  private List<Artist> classes(Data data, int[] rows, String split) {
    List<String> right = run.predictions().texts(SplitPredictions.TARGET);
    List<Artist> artists = new ArrayList<>();
    for (int i = 0; i < target.classes().size(); i++) {
      String name = target.classes().get(i);
      int[] own = Arrays.stream(rows).filter(row -> right.get(row).equals(name)).toArray();
      Color color = colorMap().at(i / Math.max(1.0, target.classes().size() - 1.0));
      Marker marker = MARKERS.get(i % MARKERS.size());
      if (own.length > 0) {
        artists.add(points(label(name, split), data, own, color, split).withMarker(marker));
      }
    }
    return artists;
  }

  /** Such as {@code dear, test}; where there is one split, it goes without saying. */
  private String label(String name, String split) {
    if (splits().size() == 1) {
      return name;
    }
    return name.isEmpty() ? split : name + ", " + split;
  }

  /** Points stand out from cells of their own colour by their rims. */
  private static Artist.Points points(
      String label, Data data, int[] rows, Color color, String split) {
    return Artist.Points.of(label, at(data.x(), rows), at(data.y(), rows), color)
        .withSize(SIZE)
        .withRim(RIM)
        .withHole(HOLES.getOrDefault(split, 0.0));
  }

  private static double[] at(double[] values, int[] rows) {
    return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
  }
}

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
import dev.kassei.results.Run;
import dev.kassei.results.file.CsvTable;
import dev.kassei.results.record.SplitPredictions;
import dev.kassei.results.record.SurfaceRecord;
import dev.kassei.results.record.SurfacesRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a network of two inputs predicts, from above, and the data. */
final class DecisionMap {
  private static final int MAX_POINTS = 2_000;
  private static final List<Marker> MARKERS =
      List.of(Marker.CIRCLE, Marker.SQUARE, Marker.DIAMOND, Marker.TRIANGLE);
  private static final double RIM = 9;
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
    SurfaceRecord shown = shown();
    List<Artist> artists = new ArrayList<>(List.of(map(shown)));
    points().ifPresent(artists::addAll);
    List<String> features = run.record().data().features();
    Axis x = axis(SurfaceFigures.label(features, 0), surfaces.x1());
    Axis y = axis(SurfaceFigures.label(features, 1), surfaces.x2());
    String words =
        "Decision map: what the network predicts over %s and %s, with the data as points."
            .formatted(x.label(), y.label());
    return Figure.of(
        Axes2D.of("Decision Map", x, y, artists)
            .withAlternative(words)
            .withLegend(target.isClasses() ? Legend.OUTSIDE : Legend.NONE));
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

  private Optional<List<Artist>> points() {
    CsvTable table = run.predictions();
    List<String> features = run.record().data().features();
    String first = SplitPredictions.FEATURE + "." + features.get(0);
    String second = SplitPredictions.FEATURE + "." + features.get(1);
    if (!table.has(first) || !table.has(second)) {
      return Optional.empty();
    }
    double[] x = table.numbers(first);
    double[] y = table.numbers(second);
    int step = 1 + (x.length - 1) / MAX_POINTS;
    int[] rows = IntStream.range(0, x.length).filter(row -> row % step == 0).toArray();
    List<Artist> artists = new ArrayList<>();
    if (!target.isClasses()) {
      addPoints(artists, "", at(x, rows), at(y, rows), Marker.CIRCLE, Color.BLACK);
      return Optional.of(artists);
    }
    List<String> right = table.texts(SplitPredictions.TARGET);
    for (int i = 0; i < target.classes().size(); i++) {
      String name = target.classes().get(i);
      int[] own = Arrays.stream(rows).filter(row -> right.get(row).equals(name)).toArray();
      Marker marker = MARKERS.get(i % MARKERS.size());
      Color color = colorMap().at(i / Math.max(1.0, target.classes().size() - 1.0));
      addPoints(artists, name, at(x, own), at(y, own), marker, color);
    }
    return Optional.of(artists);
  }

  private static double[] at(double[] values, int[] rows) {
    return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
  }

  /** Points stand out from cells of their own colour by a white rim and a black one. */
  private static void addPoints(
      List<Artist> artists, String label, double[] x, double[] y, Marker marker, Color color) {
    if (x.length == 0) {
      return;
    }
    Artist.Points points = Artist.Points.of("", x, y, Color.BLACK).withMarker(marker);
    artists.add(points.withSize(RIM + 1));
    artists.add(Artist.Points.of("", x, y, Color.WHITE).withMarker(marker).withSize(RIM));
    artists.add(Artist.Points.of(label, x, y, color).withMarker(marker).withSize(SIZE));
  }
}

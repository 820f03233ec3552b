package dev.kassei.plotting.report;

import dev.kassei.plotting.figure.Artist;
import dev.kassei.plotting.figure.Artist.Anchor;
import dev.kassei.plotting.figure.Axes2D;
import dev.kassei.plotting.figure.Axes3D;
import dev.kassei.plotting.figure.Axis;
import dev.kassei.plotting.figure.Color;
import dev.kassei.plotting.figure.ColorMap;
import dev.kassei.plotting.figure.Legend;
import dev.kassei.plotting.figure.LineStyle;
import dev.kassei.plotting.figure.Marker;
import dev.kassei.plotting.figure.Orientation;
import dev.kassei.plotting.figure.Palette;
import dev.kassei.plotting.figure.Scale;
import dev.kassei.plotting.figure.Surface;
import dev.kassei.plotting.report.Report.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** A report with every kind of block and artist, and its parts. */
final class Samples {
  static final String HOSTILE = "</script><img src=x onerror=\"window.hacked = true\">&amp;";

  private static final List<String> NAMES =
      List.of("gelu", "mish", "swish", "relu", "leaky_relu", "tanh", "sigmoid");

  private Samples() {}

  static Report everything() {
    return new Report(
        "Activations on two moons",
        "Kassei 0.1.0 · 7 activations × 20 seeds · 活性化関数の比較",
        List.of(
            Section.of("Verdict", verdict(), ranking(), warning()),
            new Section("Surfaces", List.of(growing(), gallery(8))),
            new Section("Curves", List.of(curves())),
            new Section("Comparison", List.of(comparison())),
            Section.of("How it was made", command(), yaml(), environment())));
  }

  static Block verdict() {
    return new Block.Verdict(
        "gelu learned best. mish and swish cannot be told from it; tanh and sigmoid are worse.");
  }

  static Block warning() {
    return new Block.Warning("2 of 140 trials diverged. They count as failures, not as losses.");
  }

  private static Block ranking() {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < NAMES.size(); i++) {
      rows.add(
          List.of(
              NAMES.get(i),
              "0.9" + (80 - 7 * i),
              "0.97" + i + " … 0.98" + i,
              i == 0 ? "–" : "−0.00" + i,
              i == 0 ? "–" : "0." + (7 - i) + "1",
              "20",
              i == 6 ? "2" : "0"));
    }
    return new Block.Table(
        "Test accuracy",
        List.of(
            Block.Column.text("Activation"),
            Block.Column.number("Mean"),
            Block.Column.number("95 % interval"),
            Block.Column.number("Difference"),
            Block.Column.number("Adjusted p"),
            Block.Column.number("n"),
            Block.Column.number("Failures")),
        rows);
  }

  private static Block command() {
    return new Block.Code("Reproduce", "kassei run two-moons.yaml --set seed=7");
  }

  private static Block yaml() {
    return new Block.Code(
        "Effective configuration",
        """
        format: 1
        name: two-moons
        seed: 7
        model:
          type: mlp
          hidden: [16, 16]
          activation: gelu
        """);
  }

  static Block environment() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("Kassei", "0.1.0");
    facts.put("Java", "17.0.13");
    facts.put("Precision", "float32");
    facts.put("Digest", "5f1d4c0e9a7b3f6688c1f0d2");
    return Block.Facts.of(facts);
  }

  static Block.Pictures growing() {
    List<double[][]> heights = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      double share = i / 19.0;
      heights.add(heights(100, (x, y) -> 1 / (1 + StrictMath.exp(-9 * share * x * y))));
      names.add("epoch " + i * i);
    }
    Axes3D axes = surface("Learned Activation Output Surface", heights.get(19), ColorMap.PLASMA);
    return new Block.Pictures("As the network learned", names, List.of(new Picture(axes, heights)));
  }

  /** As many surfaces as asked for, the second with a hole and the third constant. */
  static Block.Pictures gallery(int count) {
    List<Picture> pictures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double k = i + 1;
      double[][] z = heights(100, (x, y) -> StrictMath.tanh(k * (x + y * y - 0.5)) + x / k);
      if (i == 1) {
        IntStream.range(40, 60).forEach(row -> Arrays.fill(z[row], 30, 50, Double.NaN));
      }
      if (i == 2) {
        Arrays.stream(z).forEach(row -> Arrays.fill(row, 0.5));
      }
      String name = i < NAMES.size() ? NAMES.get(i) : "surface " + i;
      pictures.add(Picture.of(surface(name, z, ColorMap.VIRIDIS)));
    }
    return Block.Pictures.of("By activation", pictures);
  }

  interface Height {
    double at(double x, double y);
  }

  static double[][] heights(int points, Height height) {
    double[] mesh = mesh(points);
    double[][] z = new double[points][points];
    for (int i = 0; i < points; i++) {
      for (int j = 0; j < points; j++) {
        z[i][j] = height.at(mesh[j], mesh[i]);
      }
    }
    return z;
  }

  static double[] mesh(int points) {
    return IntStream.range(0, points).mapToDouble(i -> -1 + 2.0 * i / (points - 1)).toArray();
  }

  static Axes3D surface(String title, double[][] z, ColorMap map) {
    double[] mesh = mesh(z.length);
    return Axes3D.of(title, "Input 1", "Input 2", "Output", new Surface(mesh, mesh, z, map));
  }

  private static double[] range(int count) {
    return IntStream.range(0, count).asDoubleStream().toArray();
  }

  private static double[] each(double[] x, DoubleUnaryOperator function) {
    return Arrays.stream(x).map(function).toArray();
  }

  static Axes2D losses() {
    double[] x = range(3000);
    var random = new Random(7);
    double[] noise = random.doubles(3000, 0.9, 1.1).toArray();
    double[] train = each(x, i -> (0.7 * StrictMath.exp(-i / 300) + 0.002) * noise[(int) i]);
    double[] validation = each(x, i -> train[(int) i] * 1.2 + 0.004);
    double[] low = each(x, i -> i == 100 ? 0 : 0.7 * train[(int) i]);
    return Axes2D.of(
        "Loss",
        Axis.linear("epoch"),
        Axis.log("loss"),
        List.of(
            Artist.Band.of(x, low, each(x, i -> 1.3 * train[(int) i]), Palette.color(0)),
            Artist.Line.of("train", x, train, Palette.color(0)),
            Artist.Line.of("validation", x, validation, Palette.color(1))
                .withStyle(LineStyle.DASHED),
            new Artist.Reference(
                "target", Orientation.HORIZONTAL, 0.01, Color.BLACK, LineStyle.DOTTED)));
  }

  private static Block curves() {
    double[] edges = each(range(41), i -> -2 + i * 0.1);
    double[] counts =
        each(range(40), i -> Math.rint(400 * StrictMath.exp(-(i - 18) * (i - 18) / 60)));
    Axes2D weights =
        Axes2D.of(
            "hidden.0.weight",
            Axis.linear("weight"),
            Axis.linear("count"),
            List.of(new Artist.Steps("after training", edges, counts, Palette.color(2), 0.3)));
    return Block.Pictures.of(
        "",
        List.of(
            Picture.of(losses()),
            Picture.of(weights),
            Picture.of(residuals()),
            Picture.of(tiny())));
  }

  /** How many rows lie in two cells, by logarithms. */
  static Axes2D counts() {
    double[] edges = {0, 1};
    double[][] counts = {{31}, {Double.NaN}};
    return Axes2D.of(
        "Rows",
        Axis.linear("x"),
        Axis.linear("y"),
        List.of(
            new Artist.HeatMap(
                edges,
                new double[] {0, 1, 2},
                counts,
                ColorMap.VIRIDIS,
                new Scale.Log(),
                1,
                1000,
                List.of(),
                "Rows")));
  }

  private static Axes2D residuals() {
    var random = new Random(3);
    double[] x = random.doubles(300, 0, 10).toArray();
    double[] y = each(x, v -> random.nextGaussian());
    return Axes2D.of(
        "Residuals",
        Axis.linear("predicted"),
        Axis.linear("residual"),
        List.of(
            new Artist.Reference("", Orientation.HORIZONTAL, 0, Color.GRAY, LineStyle.DASHED),
            Artist.Points.of("train", x, y, Palette.color(0)).withOpacity(0.6),
            Artist.Points.of("test", each(x, v -> v * 0.9), each(y, v -> v * 1.4), Palette.color(1))
                .withMarker(Marker.DIAMOND)
                .withOpacity(0.6)));
  }

  /** Values that differ in their last digits only. */
  private static Axes2D tiny() {
    double[] x = range(50);
    return Axes2D.of(
        "Output of a constant network",
        Axis.linear("epoch"),
        Axis.linear("output"),
        List.of(
            Artist.Line.of("", x, each(x, i -> 0.5 + 1e-9 * StrictMath.sin(i / 5)), Color.BLACK)));
  }

  private static Block comparison() {
    return Block.Pictures.of(
        "",
        List.of(
            Picture.of(bars()),
            Picture.of(boxes()),
            Picture.of(differences()),
            Picture.of(confusion()),
            Picture.of(decisions()),
            Picture.of(diagram())));
  }

  private static Axes2D bars() {
    double[] at = range(NAMES.size());
    return Axes2D.of(
        "Accuracy",
        Axis.category("", NAMES.toArray(new String[0])),
        Axis.linear("accuracy"),
        List.of(
            new Artist.Bars(
                "mean",
                Orientation.VERTICAL,
                at,
                each(at, i -> 0.98 - i / 30),
                0.7,
                Palette.color(5)),
            new Artist.Intervals(
                "95 % interval",
                Orientation.VERTICAL,
                at,
                each(at, i -> 0.98 - i / 30),
                each(at, i -> 0.95 - i / 30),
                each(at, i -> 0.99 - i / 30),
                Color.BLACK)));
  }

  private static Axes2D boxes() {
    List<Artist.Box> boxes =
        IntStream.range(0, NAMES.size())
            .mapToObj(i -> new Artist.Box(i, 0.8, 0.88 - i / 100.0, 0.9, 0.93, 0.99))
            .toList();
    return Axes2D.of(
        "Accuracy over seeds",
        Axis.linear("accuracy"),
        Axis.category("", NAMES.toArray(new String[0])).invert(),
        List.of(
            new Artist.Boxes("seeds", Orientation.HORIZONTAL, boxes, 0.6, Palette.color(0)),
            Artist.Points.of(
                    "outliers", new double[] {0.7, 0.72}, new double[] {1, 4}, Palette.color(1))
                .withMarker(Marker.CROSS)));
  }

  private static Axes2D differences() {
    double[] at = range(NAMES.size() - 1);
    return Axes2D.of(
        "Difference to gelu",
        Axis.linear("difference of accuracy"),
        Axis.category("", NAMES.subList(1, NAMES.size()).toArray(new String[0])).invert(),
        List.of(
            new Artist.Reference("", Orientation.VERTICAL, 0, Color.GRAY, LineStyle.SOLID),
            new Artist.Intervals(
                "",
                Orientation.HORIZONTAL,
                at,
                each(at, i -> -i / 200),
                each(at, i -> -i / 200 - 0.008),
                each(at, i -> -i / 200 + 0.006),
                Palette.color(0))));
  }

  private static Axes2D confusion() {
    double[] edges = {-0.5, 0.5, 1.5, 2.5};
    double[][] counts = {{48, 2, 0}, {3, 45, 2}, {0, 6, 44}};
    List<List<String>> texts =
        List.of(List.of("48", "2", "0"), List.of("3", "45", "2"), List.of("0", "6", "44"));
    var map = new Artist.HeatMap(edges, edges, counts, ColorMap.VIRIDIS, 0, 48, texts, "rows");
    return Axes2D.of(
        "Confusion",
        Axis.category("predicted", "setosa", "versicolor", "virginica"),
        Axis.category("target", "setosa", "versicolor", "virginica").invert(),
        List.of(map));
  }

  private static Axes2D decisions() {
    double[][] z = heights(60, (x, y) -> 1 / (1 + StrictMath.exp(-9 * x * y)));
    double[] edges = each(range(61), i -> -1 + i / 30);
    var map =
        new Artist.HeatMap(edges, edges, z, ColorMap.COOLWARM, 0, 1, List.of(), "probability of 1");
    return Axes2D.of(
        "Decision map",
        Axis.linear("x1"),
        Axis.linear("x2"),
        List.of(
            map,
            Artist.Points.of(
                "class 0", new double[] {-0.7, 0.7}, new double[] {0.7, -0.7}, Palette.color(0)),
            Artist.Points.of(
                    "class 1", new double[] {0.7, -0.7}, new double[] {0.7, -0.7}, Palette.color(1))
                .withMarker(Marker.TRIANGLE)));
  }

  private static Axes2D diagram() {
    List<Artist> artists = new ArrayList<>();
    artists.add(Artist.Line.of("", new double[] {1, 7}, new double[] {0, 0}, Color.BLACK));
    for (int i = 0; i < NAMES.size(); i++) {
      double rank = 1.2 + 0.9 * i;
      double y = -1 - i % 4;
      double end = i < 4 ? 0.6 : 7.4;
      artists.add(
          Artist.Line.of("", new double[] {rank, rank, end}, new double[] {0, y, y}, Color.BLACK));
      artists.add(
          new Artist.Text(
              NAMES.get(i), end, y, i < 4 ? Anchor.END : Anchor.START, 10, Color.BLACK));
    }
    return Axes2D.of(
            "Critical difference",
            Axis.linear("rank").withLimits(-1, 9),
            Axis.linear("").withLimits(-5, 1),
            artists)
        .withFrame(Axes2D.Frame.NONE)
        .withLegend(Legend.NONE);
  }
}

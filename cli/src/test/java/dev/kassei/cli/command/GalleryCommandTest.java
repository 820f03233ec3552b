package dev.kassei.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.kassei.cli.Invocation;
import dev.kassei.cli.PluginJar;
import dev.kassei.cli.gallery.GalleryFunction;
import dev.kassei.experiment.plugin.Plugins;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GalleryCommandTest {
  private static final List<String> TITLES =
      List.of(
          "Linear",
          "Sigmoid",
          "ReLU",
          "Tanh",
          "Leaky ReLU",
          "Softmax",
          "ELU",
          "Swish",
          "Hard Sigmoid",
          "GELU",
          "Softplus",
          "Leaky GELU",
          "Hard Swish",
          "Mish",
          "Arctan",
          "Sigmoid-Linear");

  /** The article's definitions, as it writes them. */
  private static final Map<String, DoubleUnaryOperator> ARTICLE =
      Map.ofEntries(
          Map.entry("Linear", x -> x),
          Map.entry("Sigmoid", x -> 1 / (1 + StrictMath.exp(-x))),
          Map.entry("ReLU", x -> Math.max(0, x)),
          Map.entry("Tanh", StrictMath::tanh),
          Map.entry("Leaky ReLU", x -> x > 0 ? x : 0.01 * x),
          Map.entry("ELU", x -> x > 0 ? x : StrictMath.exp(x) - 1),
          Map.entry("Swish", x -> x / (1 + StrictMath.exp(-x))),
          Map.entry("Hard Sigmoid", x -> clip((x + 1) / 2)),
          Map.entry("GELU", GalleryCommandTest::gelu),
          Map.entry("Softplus", x -> StrictMath.log(1 + StrictMath.exp(x))),
          Map.entry("Leaky GELU", GalleryCommandTest::gelu),
          Map.entry("Hard Swish", x -> x * clip((x + 3) / 6)),
          Map.entry("Mish", x -> x * StrictMath.tanh(StrictMath.log(1 + StrictMath.exp(x)))),
          Map.entry("Arctan", StrictMath::atan),
          Map.entry("Sigmoid-Linear", GalleryCommandTest::clip));

  @TempDir private Path temporary;

  private static double clip(double x) {
    return Math.max(0, Math.min(1, x));
  }

  private static double gelu(double x) {
    double inner = Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x);
    return 0.5 * x * (1 + StrictMath.tanh(inner));
  }

  private static List<GalleryFunction> article() {
    return new GalleryList(Plugins.builtIn()).functions(GalleryList.ARTICLE);
  }

  /** Z = 2·x1 + 3·x2 + 1 over [low, high]², a row for each x2. */
  private static double[][] mesh(double low, double high) {
    double[][] z = new double[100][100];
    for (int row = 0; row < 100; row++) {
      for (int column = 0; column < 100; column++) {
        double x1 = low + (high - low) * column / 99;
        double x2 = low + (high - low) * row / 99;
        z[row][column] = 2 * x1 + 3 * x2 + 1;
      }
    }
    return z;
  }

  private static List<String> titles(Path svg) throws IOException {
    return Pattern.compile(">([^<]*) Activation</text>")
        .matcher(Files.readString(svg))
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  @Test
  void theArticlesFunctionsInItsOrder() {
    assertThat(article()).extracting(GalleryFunction::title).isEqualTo(TITLES);
  }

  @Test
  void theArticlesDefinitions() {
    double[][] z = mesh(-5, 5);
    for (GalleryFunction function : article()) {
      if (function.isPointwise()) {
        double[][] values = function.surface(z);
        DoubleUnaryOperator expected = ARTICLE.get(function.title());
        for (int row = 0; row < 100; row++) {
          for (int column = 0; column < 100; column++) {
            assertThat(values[row][column])
                .as(function.title())
                .isCloseTo(expected.applyAsDouble(z[row][column]), offset(1e-12));
          }
        }
      }
    }
  }

  @Test
  void softmaxRunsOverTheSecondInput() {
    double[][] values = article().get(TITLES.indexOf("Softmax")).surface(mesh(0, 10));
    double greatest = Arrays.stream(values).flatMapToDouble(Arrays::stream).max().orElseThrow();
    // (1 − q) / (1 − q^100) with q = exp(−30/99); over the first input it would be 0.182922
    assertThat(greatest).isCloseTo(0.261423, offset(5e-7));
    for (int column = 0; column < 100; column++) {
      double sum = 0;
      for (double[] row : values) {
        sum += row[column];
      }
      assertThat(sum).isCloseTo(1, offset(1e-12));
    }
  }

  @Test
  void curvesHaveTheDerivativeOfTheFormula() {
    double[] x = {-2, 0, 0.5, 3};
    var elu = article().get(TITLES.indexOf("ELU")).curve(x);
    assertThat(elu.derivatives())
        .containsExactly(new double[] {StrictMath.exp(-2), 1, 1, 1}, offset(1e-15));
    var softmax = article().get(TITLES.indexOf("Softmax")).curve(x);
    double sigmoid = 1 / (1 + StrictMath.exp(2));
    assertThat(softmax.values()[0]).isCloseTo(sigmoid, offset(1e-15));
    assertThat(softmax.derivatives()[0]).isCloseTo(sigmoid * (1 - sigmoid), offset(1e-15));
  }

  @Test
  void byDefaultThreePicturesOfSixteenPanels() throws IOException {
    Path out = temporary.resolve("figures");
    Invocation call = Invocation.of("gallery", "--out", out, "--format", "png,svg").done();
    assertThat(call.outLines())
        .containsExactly(
            out.resolve("gallery.png").toString(),
            out.resolve("gallery.svg").toString(),
            out.resolve("gallery-centered.png").toString(),
            out.resolve("gallery-centered.svg").toString(),
            out.resolve("gallery-curves.png").toString(),
            out.resolve("gallery-curves.svg").toString());
    BufferedImage image = ImageIO.read(new File(out.toFile(), "gallery.png"));
    assertThat(image.getWidth()).isEqualTo(1800);
    assertThat(image.getHeight()).isEqualTo(1800);
    assertThat(titles(out.resolve("gallery.svg"))).isEqualTo(TITLES);
    String svg = Files.readString(out.resolve("gallery.svg"));
    for (String label : List.of("Input1", "Input2", "Output")) {
      assertThat(svg.split(">" + label + "</text>", -1)).hasSize(17);
    }
  }

  @Test
  void anyActivationsOverOneRange() throws IOException {
    Invocation call =
        Invocation.of(
                "gallery",
                "--activations",
                "relu, max(x, 0.2*x),{type: leaky_relu, alpha: 0.2, name: leaky},"
                    + "{formula: \"x*sigmoid(b*x)\", parameters: {b: 2}},x",
                "--range=-2,2",
                "--format=svg",
                "--out",
                temporary)
            .done();
    assertThat(call.outLines()).hasSize(2);
    assertThat(titles(temporary.resolve("gallery.svg")))
        .containsExactly("ReLU", "max(x, 0.2*x)", "leaky", "Formula", "x");
  }

  @Test
  void severalAreDrawnInOnePairOfAxes() throws IOException {
    Invocation call =
        Invocation.of(
                "gallery",
                "--activations=relu,gelu,mish",
                "--overlay",
                "--format=svg",
                "--out",
                temporary)
            .done();
    Path overlay = temporary.resolve("gallery-overlay.svg");
    assertThat(call.lastLine()).isEqualTo(overlay.toString());
    String svg = Files.readString(overlay);
    assertThat(svg).contains(">value</text>", ">derivative</text>");
    for (String name : List.of("ReLU", "GELU", "Mish")) {
      assertThat(svg.split(">" + name + "</text>", -1)).hasSize(3);
    }
  }

  @Test
  void allAreThoseThatKeepTheWidth() {
    List<String> titles =
        new GalleryList(Plugins.builtIn())
            .functions("all").stream().map(GalleryFunction::title).toList();
    assertThat(titles).hasSizeGreaterThan(100).contains("ReLU", "Softmax").doesNotContain("GLU");
  }

  @Test
  void pluginsHavePanelsToo() throws IOException {
    Invocation call =
        Invocation.of(
            "gallery",
            "--plugins",
            PluginJar.in(temporary),
            "--activations=wave,relu",
            "--format=svg",
            "--out",
            temporary.resolve("out"));
    assertThat(call.code()).isZero();
    assertThat(titles(temporary.resolve("out/gallery.svg"))).containsExactly("wave", "ReLU");
  }

  @Test
  void infiniteAndUndefinedValuesLeaveHoles() {
    Invocation.of("gallery", "--activations", "log(x),1/x", "--range=-1,0", "--out", temporary)
        .done();
    assertThat(temporary.resolve("gallery.png")).exists();
  }

  @Test
  void whatIsNoActivationIsRefused() {
    Invocation.of("gallery", "--activations=rellu", "--out", temporary)
        .refused(
            "--activations:1:1: unknown activation 'rellu'; did you mean 'relu'?"
                + " 'kassei list activations' shows them all");
  }

  @Test
  void mistakesAreRefusedWithAWayOut() throws IOException {
    Invocation.of("gallery", "--range=5,-5", "--out", temporary)
        .refused(
            "--range: expected two numbers between -1e9 and 1e9, the smaller first, such as"
                + " --range=-5,5, but was [5, -5]");
    Invocation.of("gallery", "--activations=relu,,gelu", "--out", temporary)
        .refused(
            "--activations: expected names, formulas or YAML between commas but was 'relu,,gelu'");
    Invocation.of("gallery", "--out", "figure.png")
        .refused(
            "--out: expected a folder but 'figure.png' names a file; --format chooses the formats");
    Path file = Files.writeString(temporary.resolve("file"), "");
    Invocation.of("gallery", "--out", file)
        .refused(
            "--out: expected a folder but '"
                + file
                + "' names a file; --format chooses the formats");
    Invocation format = Invocation.of("gallery", "--format", "gif", "--out", temporary);
    assertThat(format.code()).isEqualTo(2);
    assertThat(format.err()).contains("expected one of [png, svg, pdf]", "'gif'");
  }
}

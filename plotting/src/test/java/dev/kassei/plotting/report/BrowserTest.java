package dev.kassei.plotting.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kassei.plotting.axis.AxisTicks;
import dev.kassei.plotting.axis.Interval;
import dev.kassei.plotting.figure.Artist;
import dev.kassei.plotting.figure.Axes2D;
import dev.kassei.plotting.figure.Axes3D;
import dev.kassei.plotting.figure.Axis;
import dev.kassei.plotting.figure.ColorMap;
import dev.kassei.plotting.figure.Orientation;
import dev.kassei.plotting.figure.Palette;
import dev.kassei.plotting.render.Camera;
import dev.kassei.plotting.render.Extent;
import dev.kassei.plotting.report.Report.Section;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Opens reports in a real browser and does there what readers do. */
@Tag("slow")
class BrowserTest {
  private static Chromium chromium;

  @TempDir private Path folder;
  private Page page;

  @BeforeAll
  static void startTheBrowser() throws IOException {
    Optional<Path> program = Chromium.find();
    assumeTrue(
        program.isPresent(), "no Chromium on the PATH: the report is not tested in a browser");
    chromium = Chromium.start(program.get());
  }

  @AfterAll
  static void endTheBrowser() throws Exception {
    if (chromium != null) {
      chromium.close();
    }
  }

  @AfterEach
  void nothingWasComplainedOfAndNothingAskedFor() {
    assertThat(page.complaints()).isEmpty();
    assertThat(page.requests()).allMatch(url -> url.startsWith("file:")).hasSize(1);
  }

  private void open(Report report, int width, int height) throws IOException {
    Path file = folder.resolve("report.html");
    ReportWriter.write(report, file);
    page = chromium.open(file, width, height);
  }

  private void open(Block... blocks) throws IOException {
    open(new Report("Report", "", List.of(Section.of("", blocks))), 1200, 900);
  }

  private static Block.Pictures planes(Axes2D... axes) {
    return Block.Pictures.of("", Arrays.stream(axes).map(Picture::of).toList());
  }

  /** The shares of pixels of each canvas that are drawn on, each scrolled into view. */
  private double ink(int index) {
    page.middle(Page.canvas(index));
    return page.number(
        """
        (() => {
          const canvas = %s;
          const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          return data.filter((value, i) => i %% 4 === 3 && value > 0).length / (data.length / 4);
        })()
        """
            .formatted(Page.canvas(index)));
  }

  private int canvases() {
    return (int) page.number("document.querySelectorAll('.stage canvas').length");
  }

  @Test
  void everyPictureOfEveryKindIsDrawn() throws IOException {
    open(Samples.everything(), 1200, 900);
    assertThat(canvases()).isEqualTo(19);
    for (int i = 0; i < canvases(); i++) {
      assertThat(ink(i)).as("picture %s", i).isGreaterThan(0.005);
    }
  }

  @Test
  void thirtySurfacesOnOnePageAreDrawn() throws IOException {
    open(Samples.gallery(30));
    for (int i = 0; i < 30; i++) {
      assertThat(ink(i)).as("surface %s", i).isGreaterThan(0.1);
    }
  }

  @Test
  void onlySurfacesNearTheWindowAreDrawn() throws IOException {
    open(Samples.gallery(30));
    String drawn = "groups[0].spaces.filter(space => !space.sheet.stale).length";
    assertThat(page.number(drawn)).isBetween(8.0, 24.0);
  }

  @Test
  void draggingTurnsAllSurfacesOrOne() throws IOException {
    open(Samples.gallery(2));
    String first = page.picture(0);
    String second = page.picture(1);
    page.drag(0, 60, 30);
    assertThat(page.picture(0)).isNotEqualTo(first);
    String turned = page.picture(1);
    assertThat(turned).isNotEqualTo(second);
    page.click("document.querySelector('.tools input[type=checkbox]')");
    page.drag(0, 60, 30);
    assertThat(page.picture(1)).isEqualTo(turned);
  }

  @Test
  void theResetButtonAndZeroBringBackTheFirstView() throws IOException {
    open(Samples.gallery(2));
    String first = page.picture(0);
    page.drag(0, 60, 30);
    page.click("[...document.querySelectorAll('.tools button')].at(-1)");
    assertThat(page.picture(0)).isEqualTo(first);
    page.drag(0, 60, 30);
    page.value(Page.canvas(0) + ".focus()");
    page.key("0");
    assertThat(page.picture(0)).isEqualTo(first);
  }

  @Test
  void arrowKeysTurnAndPlusAndMinusZoom() throws IOException {
    open(Samples.gallery(1));
    page.value(Page.canvas(0) + ".focus()");
    for (String key : List.of("ArrowLeft", "ArrowUp", "+", "+", "-")) {
      String before = page.picture(0);
      page.key(key);
      assertThat(page.picture(0)).as(key).isNotEqualTo(before);
    }
    assertThat(page.number("groups[0].spaces[0].view.azimuth")).isEqualTo(-65);
    assertThat(page.number("groups[0].spaces[0].view.elevation")).isEqualTo(35);
  }

  @Test
  void theWheelZoomsOnlyWhatWasPressed() throws IOException {
    open(Samples.gallery(8));
    double[] at = page.middle(Page.canvas(0));
    page.hover(at[0], at[1]);
    page.wheel(at[0], at[1], -100);
    assertThat(page.number("groups[0].spaces[0].view.zoom")).isEqualTo(1);
    page.click(Page.canvas(0));
    page.wheel(at[0], at[1], -100);
    assertThat(page.number("groups[0].spaces[0].view.zoom")).isGreaterThan(1);
  }

  @Test
  void fingersDragSidewaysAndPinch() throws IOException {
    open(Samples.gallery(1));
    double[] at = page.middle(Page.canvas(0));
    touch("touchStart", at[0], at[1], at[0] + 40, at[1]);
    touch("touchMove", at[0] - 40, at[1], at[0] + 80, at[1]);
    touch("touchEnd");
    assertThat(page.number("groups[0].spaces[0].view.zoom")).isGreaterThan(1.5);
    touch("touchStart", at[0], at[1]);
    touch("touchMove", at[0] + 30, at[1] + 2);
    touch("touchMove", at[0] + 60, at[1] + 4);
    touch("touchEnd");
    assertThat(page.number("groups[0].spaces[0].view.azimuth")).isLessThan(-70);
  }

  private void touch(String type, double... places) {
    List<Map<String, Double>> points =
        IntStream.range(0, places.length / 2)
            .mapToObj(i -> Map.of("x", places[2 * i], "y", places[2 * i + 1], "id", (double) i))
            .toList();
    page.call("Input.dispatchTouchEvent", Map.of("type", type, "touchPoints", points));
    page.settle();
  }

  @Test
  void hoveringReadsTheNearestPoint() throws IOException {
    double[][] slope = Samples.heights(21, (x, y) -> 3 * x);
    open(Block.Pictures.of("", List.of(Picture.of(Samples.surface("s", slope, ColorMap.VIRIDIS)))));
    double[] at = page.middle(Page.canvas(0));
    page.hover(at[0], at[1]);
    List<String> values =
        page.value("[...document.querySelectorAll('.tip b')].map(value => value.textContent)")
            .valueStream()
            .map(value -> value.asString().replace('−', '-'))
            .toList();
    assertThat(values).hasSize(3);
    double x = Double.parseDouble(values.get(0));
    assertThat(x).isBetween(-0.5, 0.5);
    assertThat(Double.parseDouble(values.get(2))).isCloseTo(3 * x, within(1e-3));
  }

  @Test
  void theSliderAndThePlayButtonShowEarlierSurfaces() throws IOException {
    open(Samples.growing());
    String last = page.picture(0);
    assertThat(page.text("document.querySelector('output').textContent")).isEqualTo("epoch 361");
    page.value("document.querySelector('input[type=range]').focus()");
    page.key("Home");
    assertThat(page.text("document.querySelector('output').textContent")).isEqualTo("epoch 0");
    String first = page.picture(0);
    assertThat(first).isNotEqualTo(last);
    page.click("document.querySelector('.play')");
    page.value("new Promise(done => setTimeout(done, 1000))");
    assertThat(page.picture(0)).isNotEqualTo(first);
    assertThat(page.number("document.querySelector('input[type=range]').valueAsNumber"))
        .isBetween(1.0, 10.0);
  }

  @Test
  void aLegendHidesAndShowsItsCurve() throws IOException {
    open(planes(Samples.losses()));
    String all = page.picture(0);
    String button = "document.querySelector('.legend button')";
    page.click(button);
    assertThat(page.picture(0)).isNotEqualTo(all);
    assertThat(page.text(button + ".getAttribute('aria-pressed')")).isEqualTo("false");
    page.click(button);
    assertThat(page.picture(0)).isEqualTo(all);
  }

  @Test
  void aTipTellsTheValuesOfAllCurves() throws IOException {
    open(planes(Samples.losses()));
    double[] at = page.middle(Page.canvas(0));
    page.hover(at[0], at[1]);
    assertThat(page.text("document.querySelector('.tip').textContent"))
        .startsWith("epoch 1")
        .contains("train", "validation");
    page.hover(1, 1);
    assertThat(page.value("document.querySelector('.tip').hidden").asBoolean()).isTrue();
  }

  @Test
  void aLogarithmicAxisSaysWhatItLeavesOut() throws IOException {
    open(planes(Samples.losses()));
    assertThat(page.text("document.querySelector('.note').textContent"))
        .isEqualTo("1 value ≤ 0 not shown on the logarithmic axis");
  }

  @Test
  void theThemeFollowsTheSystemAndTheButton() throws IOException {
    open(Samples.gallery(1));
    String light = page.picture(0);
    page.call(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
    String dark = page.picture(0);
    assertThat(dark).isNotEqualTo(light);
    page.click("document.querySelector('.theme')");
    assertThat(page.picture(0)).isEqualTo(light);
    page.click("document.querySelector('.theme')");
    assertThat(page.picture(0)).isEqualTo(dark);
  }

  @Test
  void theCopyButtonCopies() throws IOException {
    open(new Block.Code("Command", "kassei run <xor>.yaml"));
    page.call("Browser.grantPermissions", Map.of("permissions", List.of("clipboardReadWrite")));
    page.click("document.querySelector('.copy')");
    page.value("new Promise(done => setTimeout(done, 200))");
    assertThat(page.text("document.querySelector('.copy').textContent")).isEqualTo("Copied");
    assertThat(page.text("navigator.clipboard.readText()")).isEqualTo("kassei run <xor>.yaml");
  }

  @Test
  void aPhoneNeedsNoScrollingSideways() throws IOException {
    open(Samples.everything(), 360, 740);
    assertThat(page.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(360);
    assertThat(ink(0)).isGreaterThan(0.1);
  }

  @Test
  void paperIsWhiteAndShowsEveryPicture() throws IOException {
    open(Samples.gallery(30));
    page.value(
        "document.documentElement.dataset.theme = 'dark'; dispatchEvent(new Event('beforeprint'))");
    assertThat(page.text("document.documentElement.dataset.theme")).isEqualTo("light");
    assertThat(page.number("groups[0].spaces.filter(space => space.sheet.stale).length")).isZero();
    page.value("dispatchEvent(new Event('afterprint'))");
    assertThat(page.text("document.documentElement.dataset.theme")).isEqualTo("dark");
  }

  @Test
  void hostileNamesDoNothing() throws IOException {
    String name = Samples.HOSTILE;
    Axes3D surface = Samples.surface(name, new double[][] {{0, 1}, {1, 2}}, ColorMap.PLASMA);
    Axes2D curve =
        Axes2D.of(
            name,
            Axis.category(name, name, name),
            Axis.linear(name),
            List.of(
                Artist.Line.of(name, new double[] {0, 1}, new double[] {0, 1}, Palette.color(0))));
    List<double[][]> frames = List.of(surface.surface().z(), surface.surface().z());
    List<Block> blocks =
        List.of(
            new Block.Verdict(name),
            new Block.Paragraph(name),
            new Block.Warning(name),
            new Block.Table(name, List.of(Block.Column.text(name)), List.of(List.of(name))),
            Block.Facts.of(Map.of(name, name)),
            new Block.Code(name, name),
            new Block.Pictures(name, List.of(name, name), List.of(new Picture(surface, frames))),
            planes(curve));
    open(new Report(name, name, List.of(new Section(name, blocks))), 1200, 900);
    double[] at = page.middle(Page.canvas(1));
    page.hover(at[0], at[1]);
    assertThat(page.text("document.title")).isEqualTo(name);
    assertThat(page.text("document.querySelector('pre').textContent")).isEqualTo(name);
    assertThat(page.text(Page.canvas(0) + ".getAttribute('aria-label')")).startsWith(name);
    assertThat(page.text("document.querySelector('.legend button').textContent")).isEqualTo(name);
    assertThat(page.text("document.querySelector('.tip:not([hidden])').textContent"))
        .contains(name);
    assertThat(page.number("document.images.length")).isZero();
    assertThat(page.text("typeof window.hacked")).isEqualTo("undefined");
  }

  @Test
  void scriptsThatAreNotTheReportsOwnDoNotRun() throws IOException {
    open(new Block.Paragraph("text"));
    page.value(
        """
        const script = document.createElement("script");
        script.textContent = "window.hacked = true";
        document.body.append(script);
        """);
    assertThat(page.text("typeof window.hacked")).isEqualTo("undefined");
    assertThat(page.complaints()).hasSize(1).first().asString().contains("Content Security Policy");
    page = chromium.open(folder.resolve("report.html"), 1200, 900);
  }

  @Test
  void theBrowserSeesWhatJavaSees() throws IOException {
    open(Samples.gallery(1));
    double[][] points = {{0, 0, 0}, {1, 0, 0.5}, {0.3, 0.9, 1}, {0.5, 0.5, 0.25}};
    for (Axes3D.View view : List.of(Axes3D.View.DEFAULT, new Axes3D.View(-12.5, 214))) {
      for (double[] point : points) {
        Camera.Seen java = new Camera(view).see(point[0], point[1], point[2]);
        JsonNode browser =
            page.value(
                "new Camera(%s, %s).see(%s, %s, %s)"
                    .formatted(view.elevation(), view.azimuth(), point[0], point[1], point[2]));
        assertThat(browser.get("x").asDouble()).isCloseTo(java.x(), within(1e-12));
        assertThat(browser.get("y").asDouble()).isCloseTo(java.y(), within(1e-12));
        assertThat(browser.get("depth").asDouble()).isCloseTo(java.depth(), within(1e-12));
      }
    }
  }

  @Test
  void theBrowserPicksTheColoursThatJavaPicks() throws IOException {
    open(Samples.gallery(1));
    for (double fraction : new double[] {-1, 0, 0.004, 0.25, 0.5, 0.7312, 0.999, 1, 2}) {
      for (ColorMap map : ColorMap.values()) {
        assertThat(page.text("colorMaps.%s[colorStep(%s)]".formatted(map, fraction)))
            .isEqualTo(map.at(fraction).hex());
      }
    }
    assertThat(page.number("colorStep(NaN)")).isZero();
  }

  @Test
  void theBrowserWritesTheTicksThatJavaWrites() throws IOException {
    Axes2D axes = Samples.losses();
    open(planes(axes));
    Interval x = Extent.of(axes.x(), Orientation.HORIZONTAL, axes.artists()).shown();
    Interval y = Extent.of(axes.y(), Orientation.VERTICAL, axes.artists()).shown();
    for (int most = 1; most <= 9; most++) {
      assertThat(labels(0, most)).isEqualTo(AxisTicks.of(axes.x(), x, most).labels());
      assertThat(labels(1, most)).isEqualTo(AxisTicks.of(axes.y(), y, most).labels());
    }
    assertThat(page.number("fractionOf(groups[0].pictures[0].axes[1], 0.01)"))
        .isCloseTo(y.fraction(-2), within(1e-12));
  }

  private List<String> labels(int axis, int most) {
    return page.value("ticksFor(groups[0].pictures[0].axes[%s], %s).labels".formatted(axis, most))
        .valueStream()
        .map(JsonNode::asString)
        .toList();
  }

  @Test
  void theBrowserUnpacksWhatJavaPacks() throws IOException {
    open(Samples.gallery(1));
    double[] few = {1.5, Double.NaN, -3, Double.POSITIVE_INFINITY};
    double[] regular = IntStream.range(0, 50).mapToDouble(i -> 2 + 0.5 * i).toArray();
    double[] tiny = IntStream.range(0, 50).mapToDouble(i -> 0.5 + 1e-9 * (i % 7)).toArray();
    double[] holes = IntStream.range(0, 50).mapToDouble(i -> i == 9 ? Double.NaN : i * i).toArray();
    assertThat(unpacked(Packed.of(few))).containsExactly(1.5, Double.NaN, -3.0, Double.NaN);
    assertThat(unpacked(Packed.of(regular))).containsExactly(regular);
    assertThat(unpacked(Packed.of(tiny))).containsExactly(tiny, within(1e-15));
    assertThat(unpacked(Packed.of(holes))).containsExactly(holes, within(1e-3));
    assertThat(unpacked(Packed.of(holes, new Interval(0, 2401))))
        .containsExactly(holes, within(2401 / 65534.0));
  }

  private double[] unpacked(Object packed) {
    return page.value("Array.from(unpack(%s))".formatted(Json.of(packed)))
        .valueStream()
        .mapToDouble(value -> value.isNull() ? Double.NaN : value.asDouble())
        .toArray();
  }
}

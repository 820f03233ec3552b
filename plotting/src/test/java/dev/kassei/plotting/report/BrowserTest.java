package dev.kassei.plotting.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kassei.plotting.figure.Artist;
import dev.kassei.plotting.figure.Axes2D;
import dev.kassei.plotting.figure.Axes3D;
import dev.kassei.plotting.figure.Axis;
import dev.kassei.plotting.figure.ColorMap;
import dev.kassei.plotting.figure.Palette;
import dev.kassei.plotting.report.Report.Section;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Opens reports in a real browser and does there what readers do. */
@Tag("slow")
class BrowserTest {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private Page page;

  private void open(Report report, int width, int height) {
    page = BROWSER.open(report, width, height);
  }

  private void open(Block... blocks) {
    open(new Report("Report", "", List.of(Section.of("", blocks))), 1200, 900);
  }

  private static Block.Pictures planes(Axes2D... axes) {
    return Block.Pictures.of("", Arrays.stream(axes).map(Picture::of).toList());
  }

  private double ink(int index) {
    page.middle(Page.canvas(index));
    return page.ink(index);
  }

  @Test
  void everyPictureOfEveryKindIsDrawn() {
    open(Samples.everything(), 1200, 900);
    assertThat(page.canvases()).isEqualTo(19);
    for (int i = 0; i < page.canvases(); i++) {
      assertThat(ink(i)).as("picture %s", i).isGreaterThan(0.005);
    }
  }

  @Test
  void thirtySurfacesOnOnePageAreDrawn() {
    open(Samples.gallery(30));
    for (int i = 0; i < 30; i++) {
      assertThat(ink(i)).as("surface %s", i).isGreaterThan(0.1);
    }
  }

  @Test
  void onlySurfacesNearTheWindowAreDrawnAgain() {
    open(Samples.gallery(30));
    String stale = "groups[0].spaces.filter(space => space.sheet.stale).length";
    assertThat(page.number(stale)).isZero();
    page.drag(0, 60, 30);
    assertThat(page.number(stale)).isBetween(6.0, 22.0);
  }

  @Test
  void draggingTurnsAllSurfacesOrOne() {
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
  void theResetButtonAndZeroBringBackTheFirstView() {
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
  void arrowKeysTurnAndPlusAndMinusZoom() {
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
  void theWheelZoomsOnlyWhatWasPressed() {
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
  void fingersDragSidewaysAndPinch() {
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
  void hoveringReadsTheNearestPoint() {
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
  void theSliderAndThePlayButtonShowEarlierSurfaces() {
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
  void aLegendHidesAndShowsItsCurve() {
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
  void aLegendHidesPointsWithTheirRims() {
    double[] at = {0.5};
    Axes2D map = Samples.counts();
    Artist.Points point =
        Artist.Points.of("test", at, at, Palette.color(0)).withRim(2).withHole(0.5);
    open(planes(map));
    String without = page.picture(0);
    open(planes(Axes2D.of("", map.x(), map.y(), List.of(map.artists().get(0), point))));
    assertThat(page.picture(0)).isNotEqualTo(without);
    page.click("document.querySelector('.legend button')");
    assertThat(page.picture(0)).isEqualTo(without);
  }

  @Test
  void aTipTellsHowManyRowsACellHas() {
    open(planes(Samples.counts()));
    double[] at = page.middle(Page.canvas(0));
    page.hover(at[0], at[1] + 100);
    assertThat(page.text("document.querySelector('.tip').textContent")).endsWith("Rows31");
  }

  @Test
  void aTipTellsTheValuesOfAllCurves() {
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
  void aLogarithmicAxisSaysWhatItLeavesOut() {
    open(planes(Samples.losses()));
    assertThat(page.text("document.querySelector('.note').textContent"))
        .isEqualTo("1 value ≤ 0 not shown on the logarithmic axis");
  }

  @Test
  void theThemeFollowsTheSystemAndTheButton() {
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
  void theCopyButtonCopies() {
    open(new Block.Code("Command", "kassei run <xor>.yaml"));
    page.call("Browser.grantPermissions", Map.of("permissions", List.of("clipboardReadWrite")));
    page.click("document.querySelector('.copy')");
    page.value("new Promise(done => setTimeout(done, 200))");
    assertThat(page.text("document.querySelector('.copy').textContent")).isEqualTo("Copied");
    assertThat(page.text("navigator.clipboard.readText()")).isEqualTo("kassei run <xor>.yaml");
  }

  @Test
  void aPhoneNeedsNoScrollingSideways() {
    open(Samples.everything(), 360, 740);
    assertThat(page.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(360);
    assertThat(ink(0)).isGreaterThan(0.1);
  }

  @Test
  void paperIsWhiteAndShowsEveryPicture() {
    open(Samples.gallery(30));
    page.value(
        "document.documentElement.dataset.theme = 'dark'; dispatchEvent(new Event('beforeprint'))");
    assertThat(page.text("document.documentElement.dataset.theme")).isEqualTo("light");
    assertThat(page.number("groups[0].spaces.filter(space => space.sheet.stale).length")).isZero();
    page.value("dispatchEvent(new Event('afterprint'))");
    assertThat(page.text("document.documentElement.dataset.theme")).isEqualTo("dark");
  }

  @Test
  void hostileNamesDoNothing() {
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
  void scriptsThatAreNotTheReportsOwnDoNotRun() {
    open(new Block.Paragraph("text"));
    page.value(
        """
        const script = document.createElement("script");
        script.textContent = "window.hacked = true";
        document.body.append(script);
        """);
    assertThat(page.text("typeof window.hacked")).isEqualTo("undefined");
    assertThat(page.complaints()).hasSize(1).first().asString().contains("Content Security Policy");
    BROWSER.expectComplaints(page);
  }
}

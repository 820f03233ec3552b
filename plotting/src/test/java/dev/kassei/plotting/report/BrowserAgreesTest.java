package dev.kassei.plotting.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kassei.plotting.axis.AxisTicks;
import dev.kassei.plotting.axis.Interval;
import dev.kassei.plotting.figure.Axes2D;
import dev.kassei.plotting.figure.Axes3D;
import dev.kassei.plotting.figure.ColorMap;
import dev.kassei.plotting.figure.Orientation;
import dev.kassei.plotting.render.Camera;
import dev.kassei.plotting.render.Extent;
import dev.kassei.plotting.report.Report.Section;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** The viewer computes what Java computes: pages and files show the same pictures. */
@Tag("slow")
class BrowserAgreesTest {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static Page open(Block block) {
    return BROWSER.open(new Report("Report", "", List.of(Section.of("", block))), 1200, 900);
  }

  @Test
  void theBrowserSeesWhatJavaSees() {
    Page page = open(Samples.gallery(1));
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
  void theBrowserPicksTheColoursThatJavaPicks() {
    Page page = open(Samples.gallery(1));
    for (double fraction : new double[] {-1, 0, 0.004, 0.25, 0.5, 0.7312, 0.999, 1, 2}) {
      for (ColorMap map : ColorMap.values()) {
        assertThat(page.text("colorMaps.%s[colorStep(%s)]".formatted(map, fraction)))
            .isEqualTo(map.at(fraction).hex());
      }
    }
    assertThat(page.number("colorStep(NaN)")).isZero();
  }

  @Test
  void theBrowserColoursCountsByTheirLogarithmsAsJavaDoes() {
    Page page = open(Block.Pictures.of("", List.of(Picture.of(Samples.counts()))));
    String map = "groups[0].pictures[0].artists[0]";
    for (double count : new double[] {1, 2, 10, 31, 1000}) {
      assertThat(page.text("cellColor(%s, %s)".formatted(map, count)))
          .isEqualTo(ColorMap.VIRIDIS.at(StrictMath.log10(count) / 3).hex());
    }
    assertThat(page.value("ticksFor(%s.bar[0], 9).labels".formatted(map)).valueStream())
        .extracting(JsonNode::asString)
        .containsExactly("10⁰", "10¹", "10²", "10³");
  }

  @Test
  void theBrowserWritesTheTicksThatJavaWrites() {
    Axes2D axes = Samples.losses();
    Page page = open(Block.Pictures.of("", List.of(Picture.of(axes))));
    Interval x = Extent.of(axes.x(), Orientation.HORIZONTAL, axes.artists()).shown();
    Interval y = Extent.of(axes.y(), Orientation.VERTICAL, axes.artists()).shown();
    for (int most = 1; most <= 9; most++) {
      assertThat(labels(page, 0, most)).isEqualTo(AxisTicks.of(axes.x(), x, most).labels());
      assertThat(labels(page, 1, most)).isEqualTo(AxisTicks.of(axes.y(), y, most).labels());
    }
    assertThat(page.number("fractionOf(groups[0].pictures[0].axes[1], 0.01)"))
        .isCloseTo(y.fraction(-2), within(1e-12));
  }

  private List<String> labels(Page page, int axis, int most) {
    return page.value("ticksFor(groups[0].pictures[0].axes[%s], %s).labels".formatted(axis, most))
        .valueStream()
        .map(JsonNode::asString)
        .toList();
  }

  @Test
  void theBrowserUnpacksWhatJavaPacks() {
    Page page = open(Samples.gallery(1));
    double[] few = {1.5, Double.NaN, -3, Double.POSITIVE_INFINITY};
    double[] regular = IntStream.range(0, 50).mapToDouble(i -> 2 + 0.5 * i).toArray();
    double[] tiny = IntStream.range(0, 50).mapToDouble(i -> 0.5 + 1e-9 * (i % 7)).toArray();
    double[] holes = IntStream.range(0, 50).mapToDouble(i -> i == 9 ? Double.NaN : i * i).toArray();
    assertThat(unpacked(page, Packed.of(few))).containsExactly(1.5, Double.NaN, -3.0, Double.NaN);
    assertThat(unpacked(page, Packed.of(regular))).containsExactly(regular);
    assertThat(unpacked(page, Packed.of(tiny))).containsExactly(tiny, within(1e-15));
    assertThat(unpacked(page, Packed.of(holes))).containsExactly(holes, within(1e-3));
    assertThat(unpacked(page, Packed.of(holes, new Interval(0, 2401))))
        .containsExactly(holes, within(2401 / 65534.0));
  }

  private double[] unpacked(Page page, Object packed) {
    return page.value("Array.from(unpack(%s))".formatted(Json.of(packed)))
        .valueStream()
        .mapToDouble(value -> value.isNull() ? Double.NaN : value.asDouble())
        .toArray();
  }
}

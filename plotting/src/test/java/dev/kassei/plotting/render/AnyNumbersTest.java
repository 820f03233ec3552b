package dev.kassei.plotting.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.plotting.Format;
import dev.kassei.plotting.figure.Artist.Band;
import dev.kassei.plotting.figure.Artist.Bars;
import dev.kassei.plotting.figure.Artist.Line;
import dev.kassei.plotting.figure.Artist.Points;
import dev.kassei.plotting.figure.Axes2D;
import dev.kassei.plotting.figure.Axes3D;
import dev.kassei.plotting.figure.Axis;
import dev.kassei.plotting.figure.ColorMap;
import dev.kassei.plotting.figure.Figure;
import dev.kassei.plotting.figure.Orientation;
import dev.kassei.plotting.figure.Palette;
import dev.kassei.plotting.figure.Panel;
import dev.kassei.plotting.figure.Surface;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Whatever the numbers are, there is a picture. */
class AnyNumbersTest {
  private static String svg(List<Panel> panels) {
    byte[] svg = Format.SVG.draw(new Figure("", 600, 300, 2, panels));
    return new String(svg, StandardCharsets.UTF_8);
  }

  private static List<Panel> panels(double[] v) {
    double[] places = {0, 1, 2, 3};
    var surface = new Surface(places, places, new double[][] {v, v, v, v}, ColorMap.VIRIDIS);
    return List.of(Axes3D.of("s", "x", "y", "z", surface), plane(v, Axis.linear("")));
  }

  private static Axes2D plane(double[] v, Axis axis) {
    return Axes2D.of(
        "p",
        axis,
        axis,
        List.of(
            Line.of("l", v, v, Palette.color(0)),
            Points.of("p", v, v, Palette.color(1)),
            Band.of(v, v, v, Palette.color(2)),
            new Bars("b", Orientation.VERTICAL, v, v, 1, Palette.color(3))));
  }

  @Property(tries = 200)
  void anyFourNumbersAreDrawn(@ForAll @Size(4) List<Double> values) {
    double[] v = values.stream().mapToDouble(Double::doubleValue).toArray();
    assertThat(svg(panels(v))).endsWith("</svg>\n").doesNotContain("NaN", "Infinity");
    assertThat(svg(List.of(plane(v, Axis.log(""))))).endsWith("</svg>\n");
  }

  @Test
  void extremesAreDrawn() {
    double[][] rows = {
      {Double.NaN, Double.NaN, Double.NaN, Double.NaN},
      {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0, 1},
      {Double.MIN_VALUE, -Double.MIN_VALUE, 0, 0},
      {Double.MAX_VALUE, -Double.MAX_VALUE, 1, 2},
      {1, 1 + Math.ulp(1.0), 1, 1},
      {1e300, -1e300, 1e-300, 0},
      {5, 5, 5, 5},
      {-0.0, 0.0, -0.0, 0.0},
      {0.0, 6.140067263548365E307, -1.2883407085365427E255, Double.MAX_VALUE}
    };
    for (double[] row : rows) {
      assertThat(svg(panels(row))).endsWith("</svg>\n");
      assertThat(svg(List.of(plane(row, Axis.log(""))))).endsWith("</svg>\n");
    }
  }

  @Test
  void tinyFiguresAreDrawn() {
    var figure = new Figure("title", 20, 10, 1, panels(new double[] {1, 2, 3, 4}));
    assertThat(Format.PNG.draw(figure)).isNotEmpty();
  }
}

package dev.kassei.plotting.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kassei.plotting.axis.Interval;
import dev.kassei.plotting.figure.Artist;
import dev.kassei.plotting.figure.Axis;
import dev.kassei.plotting.figure.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.junit.jupiter.api.Test;

class InkTest {
  private static final Rectangle2D AREA = new Rectangle2D.Double(0, 0, 400, 100);
  private static final Rectangle2D LEFT_HALF = new Rectangle2D.Double(0, 0, 200, 100);

  private static double left(Artist artist) {
    var unit = new Interval(0, 1);
    var plane = new Plane(Axis.linear(""), Axis.linear(""), unit, unit, AREA);
    return new Ink(plane, List.of(artist)).within(LEFT_HALF);
  }

  private static Artist line(double... y) {
    double[] x = new double[y.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = i / (x.length - 1.0);
    }
    return Artist.Line.of("", x, y, Color.BLACK);
  }

  @Test
  void linesAreMeasuredByTheirLengthAndNotByTheirPoints() {
    assertThat(left(line(0.5, 0.5))).isCloseTo(200, within(2.0));
    assertThat(left(line(0.5, 0.5, 0.5, 0.5, 0.5))).isCloseTo(200, within(2.0));
  }

  @Test
  void aSteepStartIsLong() {
    Artist start = Artist.Line.of("", new double[] {0.1, 0.1}, new double[] {0, 1}, Color.BLACK);
    assertThat(left(start)).isCloseTo(100, within(2.0));
  }

  @Test
  void gapsHaveNoLength() {
    assertThat(left(line(Double.NaN, 0.5))).isZero();
  }

  @Test
  void pointsCountEach() {
    double[] x = {0.1, 0.2, 0.9};
    double[] y = {0.5, 0.5, 0.5};
    assertThat(left(Artist.Points.of("", x, y, Color.BLACK)))
        .isEqualTo(
            2 * left(Artist.Points.of("", new double[] {0.1}, new double[] {0.5}, Color.BLACK)));
  }
}

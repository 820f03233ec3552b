package dev.kassei.plotting.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.plotting.figure.Artist;
import dev.kassei.plotting.figure.Axes2D;
import dev.kassei.plotting.figure.Figure;
import dev.kassei.plotting.figure.Limits;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CriticalDifferenceFigureTest {
  private static final double ROW_HEIGHT = 0.9;

  private static Axes2D axes(Figure figure) {
    return (Axes2D) figure.panels().get(0);
  }

  private static <A extends Artist> List<A> all(Figure figure, Class<A> kind) {
    return axes(figure).artists().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The place of a text, in pixels along x and rows along y. */
  private static double[] box(Figure figure, Artist.Text text) {
    Limits.Range x = (Limits.Range) axes(figure).x().limits();
    double pixel = (x.high() - x.low()) / (figure.width() - 16);
    double width = Labels.width(text.text());
    double left =
        (text.x() - x.low()) / pixel
            - switch (text.anchor()) {
              case START -> 0;
              case MIDDLE -> width / 2;
              case END -> width;
            };
    return new double[] {left, left + width, text.y()};
  }

  private static boolean overlap(double[] a, double[] b) {
    return a[0] < b[1] && b[0] < a[1] && Math.abs(a[2] - b[2]) < ROW_HEIGHT;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 8, 15, 20})
  void textsNeitherOverlapNorLeaveThePicture(int methods) {
    Figure figure = CriticalDifferenceFigure.of(BatchSamples.ranks(methods, methods / 4.0));
    List<double[]> boxes =
        all(figure, Artist.Text.class).stream().map(text -> box(figure, text)).toList();
    for (int i = 0; i < boxes.size(); i++) {
      assertThat(boxes.get(i)[0]).isGreaterThanOrEqualTo(0);
      assertThat(boxes.get(i)[1]).isLessThanOrEqualTo(figure.width() - 16);
      for (int k = 0; k < i; k++) {
        assertThat(overlap(boxes.get(i), boxes.get(k))).as("texts %s and %s", i, k).isFalse();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 8, 15, 20})
  void linesToNamesDoNotCross(int methods) {
    Figure figure = CriticalDifferenceFigure.of(BatchSamples.ranks(methods, Double.NaN));
    List<Artist.Line> leaders =
        all(figure, Artist.Line.class).stream().filter(line -> line.x().length == 3).toList();
    assertThat(leaders).hasSize(methods);
    for (int i = 0; i < methods; i++) {
      for (int k = 0; k < i; k++) {
        Artist.Line other = leaders.get(k);
        assertThat(pieces(leaders.get(i)).anyMatch(a -> pieces(other).anyMatch(a::intersectsLine)))
            .isFalse();
      }
    }
  }

  private static Stream<Line2D> pieces(Artist.Line line) {
    List<Line2D> pieces = new ArrayList<>();
    for (int i = 1; i < line.x().length; i++) {
      pieces.add(new Line2D.Double(line.x()[i - 1], line.y()[i - 1], line.x()[i], line.y()[i]));
    }
    return pieces.stream();
  }

  @Test
  void barsThatOverlapLieOnSeveralLevels() {
    Figure figure = CriticalDifferenceFigure.of(BatchSamples.ranks(12, Double.NaN));
    List<Artist.Line> bars =
        all(figure, Artist.Line.class).stream()
            .filter(line -> line.x().length == 2 && line.y()[0] < 0)
            .toList();
    assertThat(bars).hasSize(5);
    for (int i = 0; i < bars.size(); i++) {
      for (int k = 0; k < i; k++) {
        Artist.Line first = bars.get(i);
        Artist.Line second = bars.get(k);
        boolean sameLevel = first.y()[0] == second.y()[0];
        assertThat(sameLevel && first.x()[0] < second.x()[1] && second.x()[0] < first.x()[1])
            .isFalse();
      }
    }
  }

  @Test
  void theRulerIsAsLongAsTheCriticalDifference() {
    Figure figure = CriticalDifferenceFigure.of(BatchSamples.ranks(5, 1.75));
    assertThat(all(figure, Artist.Text.class)).anyMatch(text -> text.text().equals("CD = 1.75"));
    assertThat(all(figure, Artist.Line.class))
        .anyMatch(line -> line.x().length == 6 && line.x()[3] - line.x()[2] == 1.75);
  }

  @Test
  void aMethodAloneHasNoBar() {
    var ranks =
        new MeanRanks(BatchSamples.ranks(3, 1).methods(), List.of(List.of("mish")), Double.NaN);
    assertThat(all(CriticalDifferenceFigure.of(ranks), Artist.Line.class))
        .noneMatch(line -> line.x().length == 2 && line.y()[0] < 0);
  }
}

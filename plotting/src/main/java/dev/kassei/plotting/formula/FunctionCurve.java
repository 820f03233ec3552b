package dev.kassei.plotting.formula;

import dev.kassei.plotting.figure.Artist;
import dev.kassei.plotting.figure.Artist.Line;
import dev.kassei.plotting.figure.Axes2D;
import dev.kassei.plotting.figure.Axis;
import dev.kassei.plotting.figure.Figure;
import dev.kassei.plotting.figure.LineStyle;
import dev.kassei.plotting.figure.Palette;
import dev.kassei.plotting.figure.Panel;
import java.util.List;

/**
 * A function of one number and its derivative.
 *
 * @param values one a point
 * @param derivatives one a point
 */
public record FunctionCurve(String title, double[] x, double[] values, double[] derivatives) {
  /** Both as curves over x. */
  public Panel panel() {
    List<Artist> lines =
        List.of(
            Line.of("value", x, values, Palette.color(0)),
            Line.of("derivative", x, derivatives, Palette.color(1)).withStyle(LineStyle.DASHED));
    return Axes2D.of(title, Axis.linear("x"), Axis.linear(""), lines)
        .withAlternative(title + ": value and derivative as curves over x");
  }

  /** The panel alone, in pixels. */
  public Figure figure(int width, int height) {
    return new Figure("", width, height, 1, List.of(panel()));
  }
}

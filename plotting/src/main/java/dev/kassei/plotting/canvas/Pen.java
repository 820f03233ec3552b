package dev.kassei.plotting.canvas;

import dev.kassei.plotting.figure.Color;
import dev.kassei.plotting.figure.LineStyle;

/**
 * How lines are drawn.
 *
 * @param width in pixels
 */
public record Pen(Color color, double width, LineStyle style) {
  public static Pen solid(Color color, double width) {
    return new Pen(color, width, LineStyle.SOLID);
  }

  /** The lengths of dashes and gaps in turn, in pixels; none for a solid line. As in matplotlib. */
  float[] dashes() {
    double[] widths =
        switch (style) {
          case SOLID -> new double[0];
          case DASHED -> new double[] {3.7, 1.6};
          case DASH_DOT -> new double[] {6.4, 1.6, 1, 1.6};
          case DOTTED -> new double[] {1, 1.65};
        };
    float[] lengths = new float[widths.length];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = (float) (widths[i] * width);
    }
    return lengths;
  }
}

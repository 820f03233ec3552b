package dev.kassei.plotting.figure;

import static dev.kassei.api.value.Requirements.require;

import java.util.List;

/**
 * Something drawn between two axes, in their coordinates. An artist with a label is named in the
 * legend. Arrays are not copied; values that are not finite leave gaps.
 */
public sealed interface Artist {
  /** The name in the legend; empty for what is not named there. */
  default String label() {
    return "";
  }

  /** A line through points. */
  record Line(String label, double[] x, double[] y, Color color, LineStyle style, double width)
      implements Artist {
    public Line {
      requireSame(x.length, y.length);
    }

    /** A solid line, 1.5 points wide. */
    public static Line of(String label, double[] x, double[] y, Color color) {
      return new Line(label, x, y, color, LineStyle.SOLID, 1.5);
    }

    public Line withStyle(LineStyle other) {
      return new Line(label, x, y, color, other, width);
    }
  }

  /** The area between two curves, such as a confidence band behind its line. */
  record Band(String label, double[] x, double[] low, double[] high, Color color, double opacity)
      implements Artist {
    public Band {
      requireSame(x.length, low.length);
      requireSame(x.length, high.length);
    }

    /** A band that lets 80 % of what is behind it through. */
    public static Band of(double[] x, double[] low, double[] high, Color color) {
      return new Band("", x, low, high, color, 0.2);
    }
  }

  /**
   * Points, each by itself.
   *
   * @param size across, in points
   * @param rim the width of a white rim within a black one, for points on maps, in points; 0 for
   *     none
   * @param hole the share of the size that is left white in the middle; 0 for none
   */
  record Points(
      String label,
      double[] x,
      double[] y,
      Color color,
      Marker marker,
      double size,
      double opacity,
      double rim,
      double hole)
      implements Artist {
    public Points {
      requireSame(x.length, y.length);
    }

    /** Opaque discs 5 points across. */
    public static Points of(String label, double[] x, double[] y, Color color) {
      return new Points(label, x, y, color, Marker.CIRCLE, 5, 1, 0, 0);
    }

    public Points withMarker(Marker other) {
      return new Points(label, x, y, color, other, size, opacity, rim, hole);
    }

    public Points withSize(double points) {
      return new Points(label, x, y, color, marker, points, opacity, rim, hole);
    }

    public Points withOpacity(double share) {
      return new Points(label, x, y, color, marker, size, share, rim, hole);
    }

    public Points withRim(double points) {
      return new Points(label, x, y, color, marker, size, opacity, points, hole);
    }

    public Points withHole(double share) {
      return new Points(label, x, y, color, marker, size, opacity, rim, share);
    }
  }

  /**
   * Bars from 0 to values.
   *
   * @param orientation vertical for bars that stand on the x axis
   * @param positions of their middles
   * @param width of each
   */
  record Bars(
      String label,
      Orientation orientation,
      double[] positions,
      double[] values,
      double width,
      Color color)
      implements Artist {
    public Bars {
      requireSame(positions.length, values.length);
    }
  }

  /** Box-and-whisker plots. */
  record Boxes(String label, Orientation orientation, List<Box> boxes, double width, Color color)
      implements Artist {
    public Boxes {
      boxes = List.copyOf(boxes);
    }
  }

  /** One box: quartiles, and whiskers to the last points that are no outliers. */
  record Box(
      double position,
      double lowWhisker,
      double firstQuartile,
      double median,
      double thirdQuartile,
      double highWhisker) {}

  /**
   * Error bars: an interval and a centre at each position.
   *
   * @param orientation vertical for intervals of y
   */
  record Intervals(
      String label,
      Orientation orientation,
      double[] positions,
      double[] centers,
      double[] low,
      double[] high,
      Color color)
      implements Artist {
    public Intervals {
      requireSame(positions.length, centers.length);
      requireSame(positions.length, low.length);
      requireSame(positions.length, high.length);
    }
  }

  /** A line across the axes at one value, such as a baseline. */
  record Reference(
      String label, Orientation orientation, double value, Color color, LineStyle style)
      implements Artist {}

  /**
   * A histogram's outline over its filled area.
   *
   * @param edges one more than values
   */
  record Steps(String label, double[] edges, double[] values, Color color, double opacity)
      implements Artist {
    public Steps {
      requireSame(edges.length, values.length + 1);
    }
  }

  /**
   * Coloured cells; the first row is at the first edge of y.
   *
   * @param xEdges ascending, one more than columns
   * @param yEdges ascending, one more than rows
   * @param scale linear, or logarithmic for values that differ by orders of magnitude, such as
   *     counts
   * @param low the value of the first colour
   * @param high the value of the last colour
   * @param texts written into the cells, a list per row; empty for none
   * @param colorBarLabel beside the colour bar; empty for no colour bar
   */
  record HeatMap(
      double[] xEdges,
      double[] yEdges,
      double[][] values,
      ColorMap colorMap,
      Scale scale,
      double low,
      double high,
      List<List<String>> texts,
      String colorBarLabel)
      implements Artist {
    /** A map whose colours are as far apart as its values. */
    public HeatMap(
        double[] xEdges,
        double[] yEdges,
        double[][] values,
        ColorMap colorMap,
        double low,
        double high,
        List<List<String>> texts,
        String colorBarLabel) {
      this(xEdges, yEdges, values, colorMap, new Scale.Linear(), low, high, texts, colorBarLabel);
    }

    public HeatMap {
      texts = texts.stream().map(List::copyOf).toList();
      requireSame(yEdges.length, values.length + 1);
      for (double[] row : values) {
        requireSame(xEdges.length, row.length + 1);
      }
      require(texts.isEmpty() || texts.size() == values.length, "expected a list of texts per row");
    }
  }

  /**
   * Words at a place.
   *
   * @param size in points
   */
  record Text(String text, double x, double y, Anchor anchor, double size, Color color)
      implements Artist {}

  /** Which part of a text lies at its place, from left to right; half its height above it. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  private static void requireSame(int expected, int actual) {
    require(expected == actual, "expected %s numbers but got %s", expected, actual);
  }
}

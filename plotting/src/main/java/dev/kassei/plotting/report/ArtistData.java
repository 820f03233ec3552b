package dev.kassei.plotting.report;

import dev.kassei.plotting.axis.Interval;
import dev.kassei.plotting.axis.Thinning;
import dev.kassei.plotting.figure.Artist;
import dev.kassei.plotting.figure.Color;
import dev.kassei.plotting.figure.Orientation;
import dev.kassei.plotting.figure.Scale;
import dev.kassei.plotting.render.HeatMapPainter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** An artist for the viewer; the names of the fields are those of the figure model. */
final class ArtistData {
  private static final int SMALL_MAP = 1_000;

  private ArtistData() {}

  static Map<String, Object> of(Artist artist) {
    Fields fields =
        new Fields()
            .put("kind", lower(artist.getClass().getSimpleName()))
            .put("label", artist.label());
    if (artist instanceof Artist.Line line) {
      return line(fields, line);
    }
    if (artist instanceof Artist.Band band) {
      return band(fields, band);
    }
    if (artist instanceof Artist.Points points) {
      return points(fields, points);
    }
    if (artist instanceof Artist.Bars bars) {
      return bars(fields, bars);
    }
    if (artist instanceof Artist.Boxes boxes) {
      return boxes(fields, boxes);
    }
    if (artist instanceof Artist.Intervals intervals) {
      return intervals(fields, intervals);
    }
    if (artist instanceof Artist.Reference reference) {
      return reference(fields, reference);
    }
    if (artist instanceof Artist.Steps steps) {
      return steps(fields, steps);
    }
    return artist instanceof Artist.HeatMap map
        ? heatMap(fields, map)
        : text(fields, (Artist.Text) artist);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static boolean isVertical(Orientation orientation) {
    return orientation == Orientation.VERTICAL;
  }

  private static String color(Color color) {
    return color.hex();
  }

  private static Object chosen(double[] values, int[] indices) {
    return Packed.of(Thinning.chosen(values, indices));
  }

  private static Map<String, Object> line(Fields fields, Artist.Line line) {
    int[] kept = Thinning.curve(line.y());
    return fields
        .put("x", chosen(line.x(), kept))
        .put("y", chosen(line.y(), kept))
        .put("color", color(line.color()))
        .put("style", lower(line.style().name()))
        .put("width", line.width())
        .map();
  }

  private static Map<String, Object> band(Fields fields, Artist.Band band) {
    int[] kept = Thinning.curve(band.low(), band.high());
    return fields
        .put("x", chosen(band.x(), kept))
        .put("low", chosen(band.low(), kept))
        .put("high", chosen(band.high(), kept))
        .put("color", color(band.color()))
        .put("opacity", band.opacity())
        .map();
  }

  private static Map<String, Object> points(Fields fields, Artist.Points points) {
    int[] kept = Thinning.cloud(points.x(), points.y());
    return fields
        .put("x", chosen(points.x(), kept))
        .put("y", chosen(points.y(), kept))
        .put("color", color(points.color()))
        .put("marker", lower(points.marker().name()))
        .put("size", points.size())
        .put("opacity", points.opacity())
        .put("rim", points.rim())
        .put("hole", points.hole())
        .map();
  }

  private static Map<String, Object> bars(Fields fields, Artist.Bars bars) {
    return fields
        .put("vertical", isVertical(bars.orientation()))
        .put("positions", Packed.of(bars.positions()))
        .put("values", Packed.of(bars.values()))
        .put("width", bars.width())
        .put("color", color(bars.color()))
        .map();
  }

  private static Map<String, Object> boxes(Fields fields, Artist.Boxes boxes) {
    return fields
        .put("vertical", isVertical(boxes.orientation()))
        .put("positions", column(boxes, Artist.Box::position))
        .put("lowWhiskers", column(boxes, Artist.Box::lowWhisker))
        .put("firstQuartiles", column(boxes, Artist.Box::firstQuartile))
        .put("medians", column(boxes, Artist.Box::median))
        .put("thirdQuartiles", column(boxes, Artist.Box::thirdQuartile))
        .put("highWhiskers", column(boxes, Artist.Box::highWhisker))
        .put("width", boxes.width())
        .put("color", color(boxes.color()))
        .map();
  }

  private static Object column(Artist.Boxes boxes, ToDoubleFunction<Artist.Box> part) {
    return Packed.of(boxes.boxes().stream().mapToDouble(part).toArray());
  }

  private static Map<String, Object> intervals(Fields fields, Artist.Intervals intervals) {
    return fields
        .put("vertical", isVertical(intervals.orientation()))
        .put("positions", Packed.of(intervals.positions()))
        .put("centers", Packed.of(intervals.centers()))
        .put("low", Packed.of(intervals.low()))
        .put("high", Packed.of(intervals.high()))
        .put("color", color(intervals.color()))
        .map();
  }

  private static Map<String, Object> reference(Fields fields, Artist.Reference reference) {
    return fields
        .put("vertical", isVertical(reference.orientation()))
        .put("value", reference.value())
        .put("color", color(reference.color()))
        .put("style", lower(reference.style().name()))
        .map();
  }

  private static Map<String, Object> steps(Fields fields, Artist.Steps steps) {
    return fields
        .put("edges", Packed.of(steps.edges()))
        .put("values", Packed.of(steps.values()))
        .put("color", color(steps.color()))
        .put("opacity", steps.opacity())
        .map();
  }

  private static Map<String, Object> heatMap(Fields fields, Artist.HeatMap map) {
    double[] values = Arrays.stream(map.values()).flatMapToDouble(Arrays::stream).toArray();
    boolean isLog = map.scale() instanceof Scale.Log;
    // equal steps would blur what is small
    boolean isLarge = values.length > SMALL_MAP && !isLog;
    return fields
        .put("xEdges", Packed.of(map.xEdges()))
        .put("yEdges", Packed.of(map.yEdges()))
        .put("values", isLarge ? Packed.of(values, Interval.of(values)) : Packed.of(values))
        .put("map", map.colorMap().name())
        .put("log", isLog)
        .put("low", map.low())
        .put("high", map.high())
        .put("texts", map.texts())
        .put(
            "bar",
            map.colorBarLabel().isEmpty()
                ? List.of()
                : List.of(
                    AxisData.of(HeatMapPainter.barAxis(map), HeatMapPainter.barInterval(map))))
        .map();
  }

  private static Map<String, Object> text(Fields fields, Artist.Text text) {
    return fields
        .put("text", text.text())
        .put("x", text.x())
        .put("y", text.y())
        .put("anchor", lower(text.anchor().name()))
        .put("size", text.size())
        .put("color", color(text.color()))
        .map();
  }
}

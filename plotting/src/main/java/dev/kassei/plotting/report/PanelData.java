package dev.kassei.plotting.report;

import dev.kassei.plotting.axis.Interval;
import dev.kassei.plotting.axis.Thinning;
import dev.kassei.plotting.figure.Axes2D;
import dev.kassei.plotting.figure.Axes3D;
import dev.kassei.plotting.figure.Axis;
import dev.kassei.plotting.figure.Legend;
import dev.kassei.plotting.figure.Orientation;
import dev.kassei.plotting.figure.Surface;
import dev.kassei.plotting.render.Extent;
import dev.kassei.plotting.render.Mesh;
import dev.kassei.plotting.render.Space;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A picture for the viewer. */
final class PanelData {
  private PanelData() {}

  static Map<String, Object> of(Picture picture) {
    return picture.panel() instanceof Axes3D axes
        ? space(axes, picture.frames())
        : plane((Axes2D) picture.panel());
  }

  /** The corners of the surface's quadrilaterals, and their heights in each frame. */
  private static Map<String, Object> space(Axes3D axes, List<double[][]> frames) {
    Surface surface = axes.surface();
    List<double[][]> heights = frames.isEmpty() ? Collections.singletonList(surface.z()) : frames;
    double[][] rows = heights.stream().flatMap(Arrays::stream).toArray(double[][]::new);
    List<Interval> shown = Space.shown(axes, rows);
    Mesh mesh = Mesh.of(surface.x().length, surface.y().length);
    Interval range = Interval.of(rows);
    return new Fields()
        .put("kind", "space")
        .put("axes", axes(List.of(axes.x(), axes.y(), axes.z()), shown))
        .put("elevation", axes.view().elevation())
        .put("azimuth", axes.view().azimuth())
        .put("map", surface.colorMap().name())
        .put("x", Packed.of(Thinning.chosen(surface.x(), mesh.columns())))
        .put("y", Packed.of(Thinning.chosen(surface.y(), mesh.rows())))
        .put("z", heights.stream().map(z -> Packed.of(corners(z, mesh), range)).toList())
        .map();
  }

  private static double[] corners(double[][] z, Mesh mesh) {
    int width = mesh.columns().length;
    double[] corners = new double[width * mesh.rows().length];
    for (int i = 0; i < corners.length; i++) {
      corners[i] = z[mesh.rows()[i / width]][mesh.columns()[i % width]];
    }
    return corners;
  }

  private static Map<String, Object> plane(Axes2D axes) {
    Extent x = Extent.of(axes.x(), Orientation.HORIZONTAL, axes.artists());
    Extent y = Extent.of(axes.y(), Orientation.VERTICAL, axes.artists());
    return new Fields()
        .put("kind", "plane")
        .put("axes", axes(List.of(axes.x(), axes.y()), List.of(x.shown(), y.shown())))
        .put("legend", axes.legend() != Legend.NONE)
        .put("framed", axes.frame() == Axes2D.Frame.BOX)
        .put("artists", axes.artists().stream().map(ArtistData::of).toList())
        .map();
  }

  private static List<Map<String, Object>> axes(List<Axis> axes, List<Interval> shown) {
    return IntStream.range(0, axes.size())
        .mapToObj(i -> AxisData.of(axes.get(i), shown.get(i)))
        .toList();
  }

  /** What the logarithmic axes of a picture leave out; empty if they show everything. */
  static String note(Picture picture) {
    return picture.panel() instanceof Axes2D axes
        ? Extent.note(
            Extent.of(axes.x(), Orientation.HORIZONTAL, axes.artists()),
            Extent.of(axes.y(), Orientation.VERTICAL, axes.artists()))
        : "";
  }
}

package dev.kassei.plotting.report;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.plotting.figure.Axes3D;
import dev.kassei.plotting.figure.Figure;
import dev.kassei.plotting.figure.Panel;
import dev.kassei.plotting.figure.Surface;
import java.util.List;

/**
 * A panel in a report.
 *
 * @param frames heights of a surface at several times, over the mesh of the panel's own surface,
 *     and shown in its place: the last one first. Axes and colours are those of all frames.
 */
public record Picture(Panel panel, List<double[][]> frames) {
  public Picture {
    frames = List.copyOf(frames);
    require(frames.isEmpty() || panel instanceof Axes3D, "only surfaces have frames");
    if (panel instanceof Axes3D axes) {
      Surface surface = axes.surface();
      for (double[][] heights : frames) {
        new Surface(surface.x(), surface.y(), heights, surface.colorMap());
      }
    }
  }

  /** A panel that does not move. */
  public static Picture of(Panel panel) {
    return new Picture(panel, List.of());
  }

  /** The panels of a figure. */
  public static List<Picture> of(Figure figure) {
    return figure.panels().stream().map(Picture::of).toList();
  }
}

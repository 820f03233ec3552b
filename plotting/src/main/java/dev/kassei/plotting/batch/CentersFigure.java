package dev.kassei.plotting.batch;

import dev.kassei.plotting.figure.Axes2D;
import dev.kassei.plotting.figure.Axis;
import dev.kassei.plotting.figure.Figure;
import dev.kassei.plotting.figure.Palette;
import java.util.List;
import java.util.stream.Collectors;

/** The mean, or another centre, of each method as a point in its interval. */
public final class CentersFigure {
  private static final int WIDTH = 800;

  private CentersFigure() {}

  /**
   * A figure of one panel.
   *
   * @param metric below the axis
   * @param centers the best method first
   */
  public static Figure of(String title, String metric, List<Estimate> centers) {
    String[] names = Labels.names(centers.stream().map(Estimate::name).toList());
    Axes2D axes =
        Axes2D.of(
            title,
            Axis.linear(metric),
            Axis.category("", names).invert(),
            List.of(Estimate.intervals(centers, Palette.color(0))));
    return Figure.of(axes.withAlternative(words(title, metric, centers)))
        .withSize(WIDTH, Grid.height(centers.size()));
  }

  private static String words(String title, String metric, List<Estimate> centers) {
    return "%s: %s of %s."
        .formatted(
            title,
            metric,
            centers.stream()
                .limit(Grid.MAX_PANELS)
                .map(center -> center.name() + " " + Labels.value(center.center()))
                .collect(Collectors.joining(", ")));
  }
}

package dev.kassei.plotting.batch;

import dev.kassei.api.value.Numbers;
import dev.kassei.plotting.figure.Artist;
import dev.kassei.plotting.figure.Axes2D;
import dev.kassei.plotting.figure.Axis;
import dev.kassei.plotting.figure.Color;
import dev.kassei.plotting.figure.Figure;
import dev.kassei.plotting.figure.LineStyle;
import dev.kassei.plotting.figure.Orientation;
import dev.kassei.plotting.figure.Palette;
import dev.kassei.plotting.figure.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Improvements over the reference with their intervals, zero as a line, what does not matter as a
 * band.
 */
public final class DifferencesFigure {
  private static final int WIDTH = 640;

  private DifferencesFigure() {}

  /** A panel for each of the first twelve. */
  public static Figure of(List<Differences> all) {
    List<Panel> panels = all.stream().limit(Grid.MAX_PANELS).map(DifferencesFigure::panel).toList();
    int most = all.stream().mapToInt(each -> each.improvements().size()).max().orElse(1);
    return Grid.of(panels, 2, WIDTH, Grid.height(most));
  }

  private static Panel panel(Differences differences) {
    List<String> methods = differences.improvements().stream().map(Estimate::name).toList();
    List<Artist> artists = new ArrayList<>();
    if (differences.equivalence() > 0) {
      artists.add(equivalence(differences.equivalence(), methods.size()));
    }
    artists.add(new Artist.Reference("", Orientation.VERTICAL, 0, Color.BLACK, LineStyle.SOLID));
    artists.add(Estimate.intervals(differences.improvements(), Palette.color(0)));
    String axis =
        "Improvement in %s over %s"
            .formatted(differences.metric(), Labels.name(differences.reference()));
    return Axes2D.of(
            title(differences),
            Axis.linear(axis),
            Axis.category("", Labels.names(methods)).invert(),
            artists)
        .withAlternative(words(differences));
  }

  private static String title(Differences differences) {
    return differences.equivalence() == 0
        ? differences.title()
        : "%s; gray: ± %s does not matter"
            .formatted(differences.title(), Numbers.text(differences.equivalence()));
  }

  private static Artist equivalence(double half, int methods) {
    double[] ends = {-half, half};
    double[] low = {-1, -1};
    double[] high = {methods, methods};
    return Artist.Band.of(ends, low, high, Color.GRAY);
  }

  private static String words(Differences differences) {
    String improvements =
        differences.improvements().stream()
            .limit(Grid.MAX_PANELS)
            .map(
                improvement ->
                    "%s %s (%s to %s)"
                        .formatted(
                            improvement.name(),
                            Labels.value(improvement.center()),
                            Labels.value(improvement.low()),
                            Labels.value(improvement.high())))
            .collect(Collectors.joining("; "));
    return "%s: improvement in %s over %s, with intervals: %s."
        .formatted(
            differences.title(), differences.metric(), differences.reference(), improvements);
  }
}

package dev.kassei.plotting.batch;

import dev.kassei.plotting.batch.MeanRanks.RankedMethod;
import dev.kassei.plotting.figure.Artist;
import dev.kassei.plotting.figure.Artist.Anchor;
import dev.kassei.plotting.figure.Axes2D;
import dev.kassei.plotting.figure.Axis;
import dev.kassei.plotting.figure.Color;
import dev.kassei.plotting.figure.Figure;
import dev.kassei.plotting.figure.Legend;
import dev.kassei.plotting.figure.LineStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The diagram of critical differences (Demšar 2006): mean ranks along a line, the best on the left;
 * a bar joins methods that cannot be told apart. Along y the unit is a row of text.
 */
public final class CriticalDifferenceFigure {
  private static final int WIDTH = 900;
  private static final double MARGIN = 16;
  private static final double ROW = 24;
  private static final double TITLE = 50;
  private static final double TEXT_SIZE = 10;
  private static final double TICK = 0.3;
  private static final double LEVEL = 0.45;
  private static final double GAP = 6;
  private static final double BAR = 3.5;
  private static final String NOTE = "Mean rank; methods that a bar joins cannot be told apart";

  private final MeanRanks ranks;
  private final List<Artist> artists = new ArrayList<>();
  private final int last;
  private final double unit;
  private final double leftEnd;
  private final double rightEnd;
  private final double left;
  private final double right;

  private CriticalDifferenceFigure(MeanRanks ranks) {
    this.ranks = ranks;
    this.last = Math.max(2, ranks.methods().size());
    double leftRoom = room(ranks.methods().subList(0, half()));
    double rightRoom = room(ranks.methods().subList(half(), ranks.methods().size()));
    this.unit = (last - 1) / (WIDTH - MARGIN - leftRoom - rightRoom);
    this.leftEnd = 1 - 2 * GAP * unit;
    this.rightEnd = last + 2 * GAP * unit;
    this.left = 1 - leftRoom * unit;
    this.right = last + rightRoom * unit;
  }

  public static Figure of(MeanRanks ranks) {
    return new CriticalDifferenceFigure(ranks).figure();
  }

  /** The better half stands on the left. */
  private int half() {
    return (ranks.methods().size() + 1) / 2;
  }

  private static double room(List<RankedMethod> methods) {
    double widest = methods.stream().mapToDouble(each -> Labels.width(text(each))).max().orElse(0);
    return widest + 4 * GAP;
  }

  private static String text(RankedMethod method) {
    return Labels.name(method.name()) + "  " + Labels.value(method.rank());
  }

  private Figure figure() {
    boolean ruled = Double.isFinite(ranks.criticalDifference());
    line(1, last, 0, 1.2);
    ticks();
    if (ruled) {
      ruler();
    }
    double rows = -0.9 - LEVEL * cliques();
    double bottom = leaders(rows) - 0.8;
    double top = ruled ? 3.4 : 1.6;
    Axes2D axes =
        Axes2D.of(
                NOTE,
                Axis.linear("").withLimits(left, right),
                Axis.linear("").withLimits(bottom, top),
                artists)
            .withAlternative(words())
            .withFrame(Axes2D.Frame.NONE)
            .withLegend(Legend.NONE);
    return Figure.of(axes).withSize(WIDTH, (int) (TITLE + ROW * (top - bottom)));
  }

  private void ticks() {
    for (int rank = 1; rank <= last; rank++) {
      path(new double[] {rank, rank}, new double[] {0, TICK}, 1.2);
      write(Integer.toString(rank), rank, 0.85, Anchor.MIDDLE);
      if (rank < last && last <= 10) {
        path(new double[] {rank + 0.5, rank + 0.5}, new double[] {0, TICK / 2}, 1);
      }
    }
  }

  private void ruler() {
    double end = 1 + ranks.criticalDifference();
    double y = 2;
    path(
        new double[] {1, 1, 1, end, end, end},
        new double[] {y - TICK, y + TICK, y, y, y + TICK, y - TICK},
        1.2);
    write("CD = " + Labels.value(ranks.criticalDifference()), 1, y + 0.8, Anchor.START);
  }

  /** Draws the bars, each as high as there is room, and returns the number of levels. */
  private int cliques() {
    List<Double> ends = new ArrayList<>();
    List<double[]> bars =
        ranks.cliques().stream()
            .filter(clique -> clique.size() > 1)
            .map(this::bar)
            .sorted(Comparator.comparingDouble((double[] bar) -> bar[0]))
            .toList();
    for (double[] bar : bars) {
      int level = 0;
      while (level < ends.size() && ends.get(level) >= bar[0] - GAP * unit) {
        level++;
      }
      if (level == ends.size()) {
        ends.add(bar[1]);
      }
      ends.set(level, bar[1]);
      line(bar[0], bar[1], -LEVEL * (level + 1), BAR);
    }
    return ends.size();
  }

  private double[] bar(List<String> clique) {
    double low = clique.stream().mapToDouble(ranks::rank).min().orElse(Double.NaN);
    double high = clique.stream().mapToDouble(ranks::rank).max().orElse(Double.NaN);
    return new double[] {low - GAP * unit / 2, high + GAP * unit / 2};
  }

  /**
   * Leads from ranks to names: the outermost names in the first row, so that no line crosses
   * another. Returns the last row.
   */
  private double leaders(double first) {
    int count = ranks.methods().size();
    for (int i = 0; i < half(); i++) {
      leader(ranks.methods().get(i), leftEnd, first - i, Anchor.END);
    }
    for (int i = half(); i < count; i++) {
      leader(ranks.methods().get(i), rightEnd, first - (count - 1 - i), Anchor.START);
    }
    return first - half() + 1;
  }

  private void leader(RankedMethod method, double end, double y, Anchor anchor) {
    double rank = method.rank();
    path(new double[] {rank, rank, end}, new double[] {0, y, y}, 0.9);
    double beyond = anchor == Anchor.END ? end - GAP * unit : end + GAP * unit;
    write(text(method), beyond, y, anchor);
  }

  private void line(double from, double to, double y, double width) {
    path(new double[] {from, to}, new double[] {y, y}, width);
  }

  private void path(double[] x, double[] y, double width) {
    artists.add(new Artist.Line("", x, y, Color.BLACK, LineStyle.SOLID, width));
  }

  private void write(String text, double x, double y, Anchor anchor) {
    artists.add(new Artist.Text(text, x, y, anchor, TEXT_SIZE, Color.BLACK));
  }

  private String words() {
    String all =
        ranks.methods().stream()
            .map(method -> method.name() + " " + Labels.value(method.rank()))
            .collect(Collectors.joining(", "));
    String groups =
        ranks.cliques().stream()
            .map(clique -> String.join(", ", clique))
            .collect(Collectors.joining("; "));
    return "Mean ranks, the best first: %s. Cannot be told apart: %s."
        .formatted(all, groups.isEmpty() ? "none" : groups);
  }
}

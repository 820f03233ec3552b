package dev.kassei.plotting.batch;

import dev.kassei.plotting.figure.Artist;
import dev.kassei.plotting.figure.Axes2D;
import dev.kassei.plotting.figure.Axis;
import dev.kassei.plotting.figure.Color;
import dev.kassei.plotting.figure.Figure;
import dev.kassei.plotting.figure.Orientation;
import dev.kassei.plotting.figure.Palette;
import dev.kassei.plotting.figure.Panel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The scores of each method as a box, a point a trial. Whiskers reach as far as Tukey's. */
public final class ScoresFigure {
  private static final int WIDTH = 640;
  private static final int FEWEST_FOR_BOX = 5;
  private static final int MAX_POINTS = 1_500;
  private static final double WHISKER = 1.5;
  private static final double SPREAD = 0.44;
  private static final double GOLDEN = 0.618033988749895;

  private ScoresFigure() {}

  /** A panel for each of the first twelve. */
  public static Figure of(List<Scores> all) {
    List<Panel> panels = all.stream().limit(Grid.MAX_PANELS).map(ScoresFigure::panel).toList();
    int most = all.stream().mapToInt(each -> each.samples().size()).max().orElse(1);
    return Grid.of(panels, 2, WIDTH, Grid.height(most));
  }

  private static Panel panel(Scores scores) {
    String[] names = scores.samples().stream().map(ScoresFigure::name).toArray(String[]::new);
    return Axes2D.of(
            scores.title(),
            Axis.linear(scores.metric()),
            Axis.category("", names).invert(),
            List.of(boxes(scores.samples()), points(scores.samples())))
        .withAlternative(words(scores));
  }

  private static String name(Sample sample) {
    String name = Labels.name(sample.method());
    return sample.failures() == 0
        ? name
        : "%s (%s failed or diverged)".formatted(name, sample.failures());
  }

  private static Artist boxes(List<Sample> samples) {
    List<Artist.Box> boxes = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      double[] sorted = samples.get(i).finite();
      if (sorted.length >= FEWEST_FOR_BOX) {
        boxes.add(box(i, sorted));
      }
    }
    return new Artist.Boxes("", Orientation.HORIZONTAL, boxes, 0.64, Palette.color(0));
  }

  private static Artist.Box box(int position, double[] sorted) {
    double first = Quantiles.of(sorted, 0.25);
    double third = Quantiles.of(sorted, 0.75);
    double reach = WHISKER * (third - first);
    double low = Arrays.stream(sorted).filter(score -> score >= first - reach).min().orElse(first);
    double high = Arrays.stream(sorted).filter(score -> score <= third + reach).max().orElse(third);
    return new Artist.Box(
        position,
        Math.min(low, first),
        first,
        Quantiles.median(sorted),
        third,
        Math.max(high, third));
  }

  /** Points stand beside each other in an order that leaves no gap, the same each time. */
  private static Artist points(List<Sample> samples) {
    int most = Math.max(20, MAX_POINTS / Math.max(1, samples.size()));
    List<double[]> places = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      double[] scores = thinned(samples.get(i).finite(), most);
      for (int k = 0; k < scores.length; k++) {
        double share = k * GOLDEN;
        places.add(new double[] {scores[k], i + SPREAD * (share - Math.floor(share) - 0.5)});
      }
    }
    double[] x = places.stream().mapToDouble(place -> place[0]).toArray();
    double[] y = places.stream().mapToDouble(place -> place[1]).toArray();
    return Artist.Points.of("", x, y, Color.BLACK).withSize(3).withOpacity(0.5);
  }

  /** At most so many of sorted numbers, at equal distances, with both ends. */
  private static double[] thinned(double[] sorted, int most) {
    if (sorted.length <= most) {
      return sorted;
    }
    return IntStream.range(0, most)
        .mapToDouble(i -> sorted[(int) ((long) i * (sorted.length - 1) / (most - 1))])
        .toArray();
  }

  private static String words(Scores scores) {
    return "%s: %s of each trial. Medians: %s."
        .formatted(
            scores.title(),
            scores.metric(),
            scores.samples().stream()
                .limit(Grid.MAX_PANELS)
                .map(sample -> sample.method() + " " + Labels.value(median(sample)))
                .collect(Collectors.joining("; ")));
  }

  private static double median(Sample sample) {
    double[] sorted = sample.finite();
    return sorted.length == 0 ? Double.NaN : Quantiles.median(sorted);
  }
}

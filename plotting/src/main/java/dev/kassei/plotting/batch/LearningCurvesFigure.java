package dev.kassei.plotting.batch;

import dev.kassei.plotting.batch.MethodCurves.Course;
import dev.kassei.plotting.figure.Artist;
import dev.kassei.plotting.figure.Axes2D;
import dev.kassei.plotting.figure.Axis;
import dev.kassei.plotting.figure.Figure;
import dev.kassei.plotting.figure.Legend;
import dev.kassei.plotting.figure.Palette;
import dev.kassei.plotting.figure.Panel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The median of each method over trials, epoch by epoch. The band holds the median of more trials
 * with a probability of 95 %, whatever they are distributed like; of fewer than six trials it is
 * all of them.
 */
public final class LearningCurvesFigure {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 440;
  private static final int MOST_METHODS = 12;
  private static final double LOG_RATIO = 100;

  private LearningCurvesFigure() {}

  /** A panel for each of the first twelve, with the first twelve methods each. */
  public static Figure of(List<LearningCurves> all) {
    List<Panel> panels = all.stream().limit(Grid.MOST).map(LearningCurvesFigure::panel).toList();
    return Grid.of(panels, 2, WIDTH, HEIGHT);
  }

  private static Panel panel(LearningCurves curves) {
    List<MethodCurves> methods = curves.methods().stream().limit(MOST_METHODS).toList();
    List<Course> courses =
        methods.stream().map(method -> method.course(curves.higherIsBetter())).toList();
    List<Artist> artists = new ArrayList<>();
    for (int i = 0; i < courses.size(); i++) {
      Course course = courses.get(i);
      if (methods.get(i).trials().size() > 1) {
        artists.add(Artist.Band.of(course.epochs(), course.low(), course.high(), Palette.color(i)));
      }
    }
    for (int i = 0; i < courses.size(); i++) {
      artists.add(line(Labels.name(methods.get(i).method()), courses.get(i), i));
    }
    Axis y = isWide(courses) ? Axis.log(curves.metric()) : Axis.linear(curves.metric());
    return Axes2D.of(title(curves), Axis.count("Epoch"), y, artists)
        .withLegend(Legend.OUTSIDE)
        .withAlternative(
            "%s: %s by epoch, the median over trials of %s methods with its interval."
                .formatted(curves.title(), curves.metric(), methods.size()));
  }

  private static String title(LearningCurves curves) {
    int count = curves.methods().size();
    return count <= MOST_METHODS
        ? curves.title()
        : "%s, the first %s of %s".formatted(curves.title(), MOST_METHODS, count);
  }

  /** One epoch is a point, since a line needs two. */
  private static Artist line(String label, Course course, int series) {
    if (course.epochs().length == 1) {
      return Artist.Points.of(label, course.epochs(), course.median(), Palette.color(series));
    }
    return Artist.Line.of(label, course.epochs(), course.median(), Palette.color(series))
        .withStyle(Palette.style(series));
  }

  /** Whether a linear axis would hide what is small. */
  private static boolean isWide(List<Course> courses) {
    double[] all =
        courses.stream()
            .flatMapToDouble(
                course ->
                    Stream.of(course.low(), course.median(), course.high())
                        .flatMapToDouble(Arrays::stream))
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    return all.length > 0 && all[0] > 0 && all[all.length - 1] > LOG_RATIO * all[0];
  }
}

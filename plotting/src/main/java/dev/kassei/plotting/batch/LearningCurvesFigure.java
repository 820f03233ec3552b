package dev.kassei.plotting.batch;

import dev.kassei.plotting.batch.MethodCurves.Course;
import dev.kassei.plotting.figure.Artist;
import dev.kassei.plotting.figure.Axes2D;
import dev.kassei.plotting.figure.Axis;
import dev.kassei.plotting.figure.Color;
import dev.kassei.plotting.figure.Figure;
import dev.kassei.plotting.figure.Legend;
import dev.kassei.plotting.figure.LineStyle;
import dev.kassei.plotting.figure.Palette;
import dev.kassei.plotting.figure.Panel;
import dev.kassei.results.text.Noun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The median of each method over trials, epoch by epoch. The band holds the median of more trials
 * with a probability of 95 %, whatever they are distributed like; of fewer than six trials it is
 * all of them.
 */
public final class LearningCurvesFigure {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 440;
  private static final int MAX_METHODS = 12;
  private static final double LOG_RATIO = 100;
  private static final Color LIGHT = new Color(0xc0c0c0);
  private static final Color DARK = new Color(0x707070);
  private static final double THIN = 0.6;

  private LearningCurvesFigure() {}

  /** A panel for each of the first twelve. */
  public static Figure of(List<LearningCurves> all) {
    List<Panel> panels =
        all.stream().limit(Grid.MAX_PANELS).map(LearningCurvesFigure::panel).toList();
    return Grid.of(panels, 2, WIDTH, HEIGHT);
  }

  private static Panel panel(LearningCurves curves) {
    List<MethodCurves> colored = colored(curves);
    List<MethodCurves> grey =
        curves.methods().stream().filter(method -> !colored.contains(method)).toList();
    var explosion = Explosion.of(whole(curves.methods(), curves), curves.higherIsBetter());
    List<Course> courses = courses(colored, curves, explosion);
    List<Course> others = courses(grey, curves, explosion);
    List<Artist> artists = new ArrayList<>();
    List<MethodCurves> darker = different(grey, curves);
    List<MethodCurves> lighter = grey.stream().filter(it -> !darker.contains(it)).toList();
    together("%s other", "%s others", courses(lighter, curves, explosion), LIGHT)
        .ifPresent(artists::add);
    together(
            "%s more that differs", "%s more that differ", courses(darker, curves, explosion), DARK)
        .ifPresent(artists::add);
    for (int i = 0; i < courses.size(); i++) {
      Course course = courses.get(i);
      if (colored.get(i).trials().size() > 1) {
        artists.add(Artist.Band.of(course.epochs(), course.low(), course.high(), Palette.color(i)));
      }
    }
    for (int i = 0; i < courses.size(); i++) {
      artists.add(line(Labels.name(colored.get(i).method()), courses.get(i), i));
    }
    List<Course> all = Stream.concat(courses.stream(), others.stream()).toList();
    Axis y = isWide(all) ? Axis.log(curves.metric()) : Axis.linear(curves.metric());
    String title = title(curves, colored.size()) + beyond(curves, explosion);
    return Axes2D.of(title, Axis.count("Epoch"), y, artists)
        .withLegend(Legend.OUTSIDE)
        .withAlternative(
            "%s: %s by epoch, the median over trials of %s with its interval%s%s."
                .formatted(
                    curves.title(),
                    curves.metric(),
                    Noun.METHOD.count(colored.size()),
                    others(grey.size()),
                    beyond(curves, explosion)));
  }

  private static String others(int number) {
    return switch (number) {
      case 0 -> "";
      case 1 -> ", and the median of 1 other";
      default -> ", and the medians of %s others".formatted(number);
    };
  }

  private static List<Course> courses(
      List<MethodCurves> methods, LearningCurves curves, Explosion explosion) {
    return whole(methods, curves).stream().map(explosion::without).toList();
  }

  /** What the panel leaves out, where it does. */
  private static String beyond(LearningCurves curves, Explosion explosion) {
    List<String> names =
        curves.methods().stream()
            .filter(method -> explosion.isIn(method.course(curves.higherIsBetter())))
            .map(method -> Labels.name(method.method()))
            .toList();
    return switch (names.size()) {
      case 0 -> "";
      case 1 -> "; beyond the axis: " + names.get(0);
      default -> "; beyond the axis: %s methods".formatted(names.size());
    };
  }

  private static List<Course> whole(List<MethodCurves> methods, LearningCurves curves) {
    return methods.stream().map(method -> method.course(curves.higherIsBetter())).toList();
  }

  /** All of few; of many the reference and what differs from it, the best and the worst of it. */
  private static List<MethodCurves> colored(LearningCurves curves) {
    if (curves.methods().size() <= MAX_METHODS) {
      return curves.methods();
    }
    List<MethodCurves> different = different(curves.methods(), curves);
    int best = Math.min(MAX_METHODS / 2, different.size());
    int worst = Math.max(best, different.size() - (MAX_METHODS - 1 - best));
    List<MethodCurves> ends = new ArrayList<>(different.subList(0, best));
    ends.addAll(different.subList(worst, different.size()));
    return curves.methods().stream()
        .filter(it -> ends.contains(it) || it.method().equals(curves.reference()))
        .toList();
  }

  private static List<MethodCurves> different(List<MethodCurves> some, LearningCurves curves) {
    return some.stream().filter(it -> curves.different().contains(it.method())).toList();
  }

  /** Thin grey lines with gaps between them, which are one thing in the legend. */
  private static Optional<Artist> together(
      String one, String many, List<Course> courses, Color color) {
    if (courses.isEmpty()) {
      return Optional.empty();
    }
    var x = DoubleStream.builder();
    var y = DoubleStream.builder();
    for (Course course : courses) {
      Arrays.stream(course.epochs()).forEach(x);
      Arrays.stream(course.median()).forEach(y);
      x.add(Double.NaN);
      y.add(Double.NaN);
    }
    return Optional.of(
        new Artist.Line(
            (courses.size() == 1 ? one : many).formatted(courses.size()),
            x.build().toArray(),
            y.build().toArray(),
            color,
            LineStyle.SOLID,
            THIN));
  }

  private static String title(LearningCurves curves, int colored) {
    int count = curves.methods().size();
    return colored == count
        ? curves.title()
        : "%s, %s of %s in colour".formatted(curves.title(), colored, count);
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

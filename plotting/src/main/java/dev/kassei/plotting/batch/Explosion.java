package dev.kassei.plotting.batch;

import dev.kassei.plotting.batch.MethodCurves.Course;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What is so bad that beside it all other curves would be flat: more than ten times as far from the
 * best value as half of the methods ever were.
 *
 * @param sign 1 if lower is better, else -1
 * @param limit times the sign, what is drawn at most
 */
record Explosion(double sign, double limit) {
  private static final double FACTOR = 10;

  static Explosion of(List<Course> courses, boolean higherIsBetter) {
    double sign = higherIsBetter ? -1 : 1;
    double best = courses.stream().flatMapToDouble(it -> signed(it, sign)).min().orElse(0);
    double[] worst =
        courses.stream()
            .map(course -> signed(course, sign).max())
            .flatMapToDouble(it -> it.stream())
            .sorted()
            .toArray();
    double reach = worst.length == 0 ? 0 : worst[(worst.length - 1) / 2] - best;
    return new Explosion(sign, reach > 0 ? best + FACTOR * reach : Double.POSITIVE_INFINITY);
  }

  private static DoubleStream signed(Course course, double sign) {
    return Arrays.stream(course.median()).filter(Double::isFinite).map(value -> sign * value);
  }

  /** Whether the median leaves the picture. */
  boolean isIn(Course course) {
    return signed(course, sign).anyMatch(value -> value > limit);
  }

  /** The course in which what exploded is as bad as can be, like trials that diverged. */
  Course without(Course course) {
    return new Course(
        course.epochs(), drawn(course.median()), drawn(course.low()), drawn(course.high()));
  }

  private double[] drawn(double[] values) {
    return Arrays.stream(values)
        .map(value -> sign * value > limit ? sign * Double.POSITIVE_INFINITY : value)
        .toArray();
  }
}

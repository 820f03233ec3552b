package dev.kassei.testkit;

import java.util.Arrays;

/**
 * Looks for ranges of the first column, between −10 and 10, over which the derivative is exactly
 * zero.
 */
final class DeadCheck {
  private static final int HALF = 200;
  private static final double STEPS_A_UNIT = 20;
  private static final double SHORTEST = 1;

  private DeadCheck() {}

  static void check(Subject subject, Findings findings) {
    check(new Section(subject, 0), findings);
  }

  private static void check(Section section, Findings findings) {
    double[] points = new double[2 * HALF + 1];
    Arrays.setAll(points, i -> (i - HALF) / STEPS_A_UNIT);
    double[] slopes = section.slopes(points);
    int from = 0;
    for (int i = 0; i <= slopes.length; i++) {
      if (i == slopes.length || slopes[i] != 0) {
        report(section, points, from, i - 1, findings);
        from = i + 1;
      }
    }
  }

  private static void report(
      Section section, double[] points, int from, int to, Findings findings) {
    if (to > from && points[to] - points[from] >= SHORTEST) {
      findings.remark(
          "the derivative is 0 from %s to %s: a unit that stays there learns nothing",
          section.at(points[from]), points[to]);
    }
  }
}

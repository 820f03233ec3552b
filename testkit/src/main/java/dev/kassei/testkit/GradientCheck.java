package dev.kassei.testkit;

/**
 * Compares the derivative with central differences over two step sizes. Where these disagree there
 * is a kink between, and nothing is said.
 */
final class GradientCheck {
  private static final int POINTS = 400;
  private static final double STEP = 0x1p-10;
  private static final double SMOOTH = 1e-4;
  private static final double TOLERANCE = 1e-7;

  private final Section section;

  /** Not from −8 to 8: one of those points is 1 above one of the resting columns. */
  private final double[] points = Points.spread(POINTS, -8.03, 7.97);

  private GradientCheck(Section section) {
    this.section = section;
  }

  static void check(Subject subject, Findings findings) {
    for (int column = 0; column < subject.width(); column++) {
      new GradientCheck(new Section(subject, column)).check(findings);
    }
  }

  private void check(Findings findings) {
    double[] slopes = section.slopes(points);
    double[] wide = differences(STEP);
    double[] narrow = differences(STEP / 2);
    double[] values = section.values(points);
    int compared = 0;
    for (int i = 0; i < POINTS; i++) {
      double change = Math.abs(wide[i] - narrow[i]);
      if (change <= SMOOTH * (1 + Math.abs(narrow[i]))) {
        compared++;
        double rounding = Math.ulp(values[i]) * 8 / STEP;
        double difference = (4 * narrow[i] - wide[i]) / 3;
        double allowed = TOLERANCE * (1 + Math.abs(difference)) + change + rounding;
        if (!(Math.abs(slopes[i] - difference) <= allowed)) {
          findings.error(
              "at %s the derivative is %s, but central differences give %s",
              section.at(points[i]), slopes[i], difference);
        }
      }
    }
    if (compared < POINTS / 2) {
      findings.warning("smooth at only %s of %s points: derivative not checked", compared, POINTS);
    }
  }

  private double[] differences(double step) {
    double[] above = section.values(shifted(step));
    double[] below = section.values(shifted(-step));
    double[] quotients = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      quotients[i] = (above[i] - below[i]) / (2 * step);
    }
    return quotients;
  }

  private double[] shifted(double step) {
    double[] moved = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      moved[i] = points[i] + step;
    }
    return moved;
  }
}

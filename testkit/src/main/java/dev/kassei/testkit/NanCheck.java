package dev.kassei.testkit;

import dev.kassei.api.Precision;
import java.util.Arrays;

/** One NaN at a time, in the middle row of three. */
final class NanCheck {
  private NanCheck() {}

  static void check(Subject subject, Findings findings) {
    for (Precision precision : Precision.values()) {
      for (int column = 0; column < subject.width(); column++) {
        check(subject, precision, column, findings);
      }
    }
  }

  private static void check(Subject subject, Precision precision, int column, Findings findings) {
    double[] rows = Points.rows(3, subject.width());
    double[] clean = subject.value(precision, rows);
    rows[subject.width() + column] = Double.NaN;
    double[] value = subject.value(precision, rows);

    int outputs = subject.outputs();
    double[] middle = Arrays.copyOfRange(value, outputs, 2 * outputs);
    if (Arrays.stream(middle).noneMatch(Double::isNaN)) {
      findings.error(
          "NaN in column %s gives %s in %s: it must come out, so that a diverged layer is noticed",
          column, Arrays.toString(middle), precision);
    }
    System.arraycopy(clean, outputs, value, outputs, outputs);
    if (!Arrays.equals(value, clean)) {
      findings.error("NaN in one row changes another row in %s", precision);
    }
  }
}

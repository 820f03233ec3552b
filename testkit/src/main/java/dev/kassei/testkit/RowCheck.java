package dev.kassei.testkit;

import dev.kassei.api.Precision;
import java.util.Arrays;

/** The same rows together, alone, and in reverse order must have the same bits. */
final class RowCheck {
  private static final int ROWS = 37;

  private RowCheck() {}

  static void check(Subject subject, Findings findings) {
    double[] rows = Points.rows(ROWS, subject.width());
    for (Precision precision : Precision.values()) {
      var value = new RowCheck.Function(subject::value, precision, subject.outputs());
      value.check("the value", rows, subject.width(), findings);
      var gradient = new RowCheck.Function(subject::gradient, precision, subject.width());
      gradient.check("the derivative", rows, subject.width(), findings);
    }
  }

  private interface Evaluation {
    double[] of(Precision precision, double[] rows);
  }

  private record Function(Evaluation evaluation, Precision precision, int columns) {
    void check(String what, double[] rows, int width, Findings findings) {
      double[] together = evaluation.of(precision, rows);
      double[] reversed = evaluation.of(precision, reversed(rows, width));
      for (int row = 0; row < ROWS; row++) {
        double[] expected = row(together, row, columns);
        double[] alone = evaluation.of(precision, row(rows, row, width));
        compare(what, row, "alone", expected, alone, findings);
        double[] elsewhere = row(reversed, ROWS - 1 - row, columns);
        compare(what, row, "at another position", expected, elsewhere, findings);
      }
    }

    private void compare(
        String what, int row, String how, double[] expected, double[] found, Findings findings) {
      if (!Arrays.equals(expected, found)) {
        findings.error(
            "%s of row %s of %s in %s is %s among the others but %s %s",
            what, row, ROWS, precision, Arrays.toString(expected), Arrays.toString(found), how);
      }
    }

    private static double[] row(double[] rows, int row, int columns) {
      return Arrays.copyOfRange(rows, row * columns, (row + 1) * columns);
    }

    private static double[] reversed(double[] rows, int columns) {
      double[] turned = new double[rows.length];
      for (int row = 0; row < ROWS; row++) {
        System.arraycopy(rows, row * columns, turned, (ROWS - 1 - row) * columns, columns);
      }
      return turned;
    }
  }
}

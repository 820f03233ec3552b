package dev.kassei.testkit;

import dev.kassei.api.Precision;
import java.util.Arrays;

/**
 * Value and derivative at inputs from zero over the subnormal to the largest numbers: alone in a
 * row, all over it, and with alternating signs.
 */
final class ExtremesCheck {
  /** exp overflows float32 from 89 on; what is infinite before that is a mistake. */
  private static final double ORDINARY = 80;

  private static final double LARGE = 1e4f;
  private static final double FAR = 1e30f;
  private static final String VALUE = "the value";

  private static final double[] FLOATS = {
    0,
    Float.MIN_VALUE,
    Float.MIN_NORMAL,
    1e-30f,
    1e-8f,
    1,
    30,
    80,
    100,
    1e4f,
    1e10f,
    1e19f,
    1e30f,
    Float.MAX_VALUE
  };
  private static final double[] DOUBLES = {
    0,
    Double.MIN_VALUE,
    Double.MIN_NORMAL,
    1e-200,
    1e-16,
    1,
    30,
    80,
    100,
    1e3,
    1e4,
    1e30,
    1e100,
    1e160,
    1e300,
    Double.MAX_VALUE
  };

  private final Subject subject;
  private final Findings findings;

  private ExtremesCheck(Subject subject, Findings findings) {
    this.subject = subject;
    this.findings = findings;
  }

  static void check(Subject subject, Findings findings) {
    check(subject, Double.MAX_VALUE, findings);
  }

  /** Only with inputs up to 10⁴, for what adds or squares its inputs. */
  static void checkLarge(Subject subject, Findings findings) {
    check(subject, LARGE, findings);
  }

  private static void check(Subject subject, double largest, Findings findings) {
    var check = new ExtremesCheck(subject, findings);
    check.check(Precision.FLOAT64, check.rows(upTo(largest, DOUBLES)));
    check.check(Precision.FLOAT32, check.rows(upTo(largest, FLOATS)));
  }

  private static double[] upTo(double largest, double[] sizes) {
    return Arrays.stream(sizes).filter(size -> size <= largest).toArray();
  }

  /** Four rows for each size and sign. */
  private double[] rows(double[] sizes) {
    int width = subject.width();
    double[] rows = new double[sizes.length * 8 * width];
    for (int row = 0; row < sizes.length * 8; row++) {
      double size = row % 2 == 0 ? sizes[row / 8] : -sizes[row / 8];
      for (int column = 0; column < width; column++) {
        rows[row * width + column] = element(row / 2 % 4, column, size);
      }
    }
    return rows;
  }

  private static double element(int pattern, int column, double size) {
    return switch (pattern) {
      case 0 -> size;
      case 1 -> column == 0 ? size : Points.resting(column);
      case 2 -> column % 2 == 0 ? size : -size;
      default -> column == 0 ? -size : 0;
    };
  }

  private void check(Precision precision, double[] rows) {
    double[] value = subject.value(precision, rows);
    double[] exact = subject.value(Precision.FLOAT64, rows);
    check(precision, VALUE, rows, value, exact);
    double[] gradient = subject.gradient(precision, rows);
    double[] exactGradient = subject.gradient(Precision.FLOAT64, rows);
    check(precision, "the derivative", rows, gradient, exactGradient);
  }

  private void check(
      Precision precision, String what, double[] rows, double[] numbers, double[] exact) {
    int columns = numbers.length / (rows.length / subject.width());
    for (int i = 0; i < numbers.length; i++) {
      String where = subject.row(rows, i, columns);
      if (Double.isNaN(numbers[i])) {
        notANumber(precision, what, where, largest(rows, i / columns));
      } else if (Double.isInfinite(numbers[i])) {
        infinite(precision, what, where, exact[i], largest(rows, i / columns));
      }
    }
  }

  /** No training gets as far as that with a derivative, and its squares are not finite there. */
  private void notANumber(Precision precision, String what, String where, double largest) {
    if (!what.equals(VALUE) && largest > FAR) {
      findings.warning(what + " in %s is NaN at %s", precision, where);
    } else {
      findings.error(what + " in %s is NaN at %s", precision, where);
    }
  }

  private void infinite(
      Precision precision, String what, String where, double exact, double largest) {
    if (Math.abs(exact) <= Float.MAX_VALUE) {
      findings.error(what + " in %s is infinite at %s, where it is %s", precision, where, exact);
    } else if (largest <= ORDINARY) {
      findings.error(what + " in %s is infinite at %s", precision, where);
    } else {
      findings.warning(what + " in %s is infinite at %s", precision, where);
    }
  }

  private double largest(double[] rows, int row) {
    int width = subject.width();
    return Arrays.stream(rows, row * width, (row + 1) * width).map(Math::abs).max().orElse(0);
  }
}

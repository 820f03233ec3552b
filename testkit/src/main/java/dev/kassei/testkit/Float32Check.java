package dev.kassei.testkit;

import dev.kassei.api.Precision;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Compares float32 with float64. An input is right only to its last bits, so float32 may give what
 * float64 gives anywhere within 8 units in the last place around it; what float32 cannot hold is
 * infinite there.
 */
final class Float32Check {
  private static final double NEAR = 0x1p-20;
  private static final double RELATIVE = 1e-5;
  private static final double ABSOLUTE = 1e-6;

  /** What sums may lose of their largest term. */
  private static final double CANCELLATION = 1e-6;

  private static final int ROWS = 300;
  private static final double[] SCALES = {1e-4, 1e-2, 1, 1, 1, 4, 30, 1e3};

  private final Subject subject;
  private final double cancellation;
  private final double[] rows;

  private Float32Check(Subject subject, double cancellation) {
    this.subject = subject;
    this.cancellation = cancellation;
    this.rows = Points.rows(ROWS, subject.width());
    Arrays.setAll(rows, i -> (float) (rows[i] * SCALES[i / subject.width() % SCALES.length]));
  }

  static void check(Subject subject, Findings findings) {
    new Float32Check(subject, 0).check(findings);
  }

  /** For what adds up its inputs, and loses digits where they cancel. */
  static void checkSums(Subject subject, Findings findings) {
    new Float32Check(subject, CANCELLATION).check(findings);
  }

  private void check(Findings findings) {
    check("the value", subject::value, new double[ROWS], findings);
    check("the derivative", subject::gradient, largestTerms(), findings);
  }

  /**
   * For each row the largest derivative of an output by an input. The derivative that is compared
   * is a sum over the outputs, whose terms may cancel, as those of a layer norm do.
   */
  private double[] largestTerms() {
    double[] largest = new double[ROWS];
    for (int output = 0; output < subject.outputs(); output++) {
      double[] terms = subject.gradient(Precision.FLOAT64, rows, output);
      for (int i = 0; i < terms.length; i++) {
        int row = i / subject.width();
        double term = Math.min(Math.abs(terms[i]), Float.MAX_VALUE);
        largest[row] = term > largest[row] ? term : largest[row]; // NaN is found by other checks
      }
    }
    return largest;
  }

  private interface Evaluation {
    double[] of(Precision precision, double[] rows);
  }

  private void check(String what, Evaluation evaluation, double[] terms, Findings findings) {
    double[] found = evaluation.of(Precision.FLOAT32, rows);
    double[] here = evaluation.of(Precision.FLOAT64, rows);
    List<double[]> around =
        neighbours().map(near -> evaluation.of(Precision.FLOAT64, near)).toList();
    int columns = found.length / ROWS;
    for (int i = 0; i < found.length; i++) {
      double low = here[i];
      double high = here[i];
      for (double[] near : around) {
        low = Math.min(low, near[i]);
        high = Math.max(high, near[i]);
      }
      double allowed =
          ABSOLUTE
              + RELATIVE * Math.min(Math.abs(here[i]), Float.MAX_VALUE)
              + CANCELLATION * terms[i / columns]
              + cancellation * largest(i / columns);
      boolean isNear = found[i] >= (float) (low - allowed) && found[i] <= (float) (high + allowed);
      if (!isNear && !Double.isNaN(here[i])) { // NaN is found by other checks
        findings.error(
            "at %s %s is %s in float64 but %s in float32, off by %s",
            subject.row(rows, i, columns), what, here[i], found[i], Math.abs(found[i] - here[i]));
      }
    }
  }

  private double largest(int row) {
    int width = subject.width();
    return Arrays.stream(rows, row * width, (row + 1) * width).map(Math::abs).max().orElse(0);
  }

  /** The rows moved by what an input is uncertain: all columns, and each alone. */
  private Stream<double[]> neighbours() {
    IntStream columns = IntStream.range(0, subject.width());
    Stream<IntPredicate> chosen =
        Stream.concat(
            Stream.of(column -> true), columns.mapToObj(moved -> column -> column == moved));
    return chosen.flatMap(which -> Stream.of(scaled(1 - NEAR, which), scaled(1 + NEAR, which)));
  }

  private double[] scaled(double factor, IntPredicate columns) {
    double[] scaled = rows.clone();
    Arrays.setAll(scaled, i -> columns.test(i % subject.width()) ? rows[i] * factor : rows[i]);
    return scaled;
  }
}

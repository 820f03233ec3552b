package dev.kassei.testkit;

import dev.kassei.api.Precision;
import java.util.Arrays;

/**
 * A layer as a function of one number: one column holds it, the others rest, and the outputs are
 * summed with {@link Points#weight}.
 */
final class Section {
  private final Subject subject;
  private final int column;

  Section(Subject subject, int column) {
    this.subject = subject;
    this.column = column;
  }

  /** The sum of outputs at each point. */
  double[] values(double[] points) {
    double[] outputs = subject.value(Precision.FLOAT64, rows(points));
    int width = subject.outputs();
    double[] sums = new double[points.length];
    for (int i = 0; i < outputs.length; i++) {
      sums[i / width] += Points.weight(i % width, width) * outputs[i];
    }
    return sums;
  }

  /** The derivative of the sum of outputs at each point. */
  double[] slopes(double[] points) {
    double[] gradient = subject.gradient(Precision.FLOAT64, rows(points));
    double[] slopes = new double[points.length];
    Arrays.setAll(slopes, i -> gradient[i * subject.width() + column]);
    return slopes;
  }

  /** Where a point is, as text. */
  String at(double point) {
    return subject.width() == 1 ? "x = " + point : "x[" + column + "] = " + point;
  }

  private double[] rows(double[] points) {
    int width = subject.width();
    double[] rows = new double[points.length * width];
    Arrays.setAll(rows, i -> i % width == column ? points[i / width] : Points.resting(i % width));
    return rows;
  }
}

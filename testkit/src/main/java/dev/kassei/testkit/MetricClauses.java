package dev.kassei.testkit;

import dev.kassei.api.Metric;
import dev.kassei.api.Predictions;
import dev.kassei.api.Target;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/** What metrics promise, for each kind of target that they suit. */
final class MetricClauses {
  private static final int ROWS = 24;
  private static final double ROUNDING = 1e-9;
  private static final List<Target> TARGETS =
      List.of(
          new Target(List.of("y"), List.of()),
          new Target(List.of("y1", "y2"), List.of()),
          new Target(List.of("y"), List.of("a", "b")),
          new Target(List.of("y"), List.of("a", "b", "c")));

  private MetricClauses() {}

  static List<Clause<Metric>> all() {
    return new Clauses<Metric>()
        .and("SUITS", "suits numbers or classes", MetricClauses::suits)
        .and("FINITE", "is finite", each(MetricClauses::finite))
        .and("PERFECT", "is best for perfect predictions", each(MetricClauses::perfect))
        .and("WORST", "is never worse than its worst", each(MetricClauses::worst))
        .and("ROWS", "does not depend on the order of rows", each(MetricClauses::rows))
        .and("READS", "leaves the predictions as they are", each(MetricClauses::reads))
        .list();
  }

  private interface Check {
    void accept(Metric metric, Target target, Findings findings);
  }

  private static BiConsumer<Metric, Findings> each(Check check) {
    return (metric, findings) ->
        TARGETS.stream()
            .filter(metric::suits)
            .forEach(target -> check.accept(metric, target, findings));
  }

  private static void suits(Metric metric, Findings findings) {
    if (TARGETS.stream().noneMatch(metric::suits)) {
      findings.error("it suits neither numbers nor classes");
    }
  }

  private static void finite(Metric metric, Target target, Findings findings) {
    for (double error : new double[] {0, 0.5, 1}) {
      double value = metric.value(predictions(target, error));
      if (!Double.isFinite(value)) {
        findings.error("it is %s for ordinary predictions of %s", value, text(target));
      }
    }
  }

  private static void perfect(Metric metric, Target target, Findings findings) {
    double best = metric.value(predictions(target, 0));
    for (double error : new double[] {0.5, 1}) {
      double value = metric.value(predictions(target, error));
      if (isBetter(metric, value, best)) {
        findings.error(
            "for %s it is %s with wrong predictions, better than %s with perfect ones; is"
                + " higherIsBetter right?",
            text(target), value, best);
      }
    }
  }

  private static void worst(Metric metric, Target target, Findings findings) {
    for (double error : new double[] {0, 0.5, 1}) {
      double value = metric.value(predictions(target, error));
      if (isBetter(metric, metric.worst(), value)) {
        findings.error(
            "for %s it is %s, worse than worst(), which is %s",
            text(target), value, metric.worst());
      }
    }
  }

  private static boolean isBetter(Metric metric, double value, double other) {
    return metric.higherIsBetter() ? value > other : value < other;
  }

  private static void rows(Metric metric, Target target, Findings findings) {
    Predictions some = predictions(target, 0.5);
    double value = metric.value(some);
    double reversed = metric.value(reversed(some));
    if (!(Math.abs(value - reversed) <= ROUNDING * (1 + Math.abs(value)))) {
      findings.error(
          "for %s it is %s, but %s with the rows in reverse order", text(target), value, reversed);
    }
  }

  private static void reads(Metric metric, Target target, Findings findings) {
    Predictions some = predictions(target, 0.5);
    double first = metric.value(some);
    double again = metric.value(some);
    boolean same =
        Arrays.equals(some.values(), predictions(target, 0.5).values())
            && Arrays.equals(some.targets(), predictions(target, 0.5).targets());
    if (!same || Double.compare(first, again) != 0) {
      findings.error("asked twice it is %s and %s; it must not change the arrays", first, again);
    }
  }

  /**
   * Predictions of which the given share is wrong: by ±1 for numbers, and for classes the
   * probability 1 for another class.
   */
  private static Predictions predictions(Target target, double share) {
    return target.isClasses() ? classes(target, share) : numbers(target, share);
  }

  private static boolean isWrong(int row, double share) {
    return row % 4 < 4 * share;
  }

  private static Predictions numbers(Target target, double share) {
    int columns = target.columns();
    double[] targets = Points.spread(ROWS * columns, -2, 2);
    double[] values = targets.clone();
    for (int i = 0; i < values.length; i++) {
      int row = i / columns;
      values[i] += isWrong(row, share) ? 1 - 2 * (row / 4 % 2) : 0;
    }
    return new Predictions(target, columns, values, targets);
  }

  private static Predictions classes(Target target, double share) {
    int count = target.classes().size();
    int outputs = count == 2 ? 1 : count;
    double[] targets = new double[ROWS];
    double[] values = new double[ROWS * outputs];
    for (int row = 0; row < ROWS; row++) {
      int right = row / 4 % count;
      int predicted = isWrong(row, share) ? (right + 1) % count : right;
      targets[row] = right;
      values[row * outputs + (outputs == 1 ? 0 : predicted)] = outputs == 1 ? predicted : 1;
    }
    return new Predictions(target, outputs, values, targets);
  }

  private static Predictions reversed(Predictions some) {
    return new Predictions(
        some.target(),
        some.outputs(),
        reversed(some.values(), some.outputs()),
        reversed(some.targets(), some.target().columns()));
  }

  private static double[] reversed(double[] rows, int columns) {
    double[] turned = new double[rows.length];
    for (int from = 0; from < rows.length; from += columns) {
      System.arraycopy(rows, from, turned, rows.length - columns - from, columns);
    }
    return turned;
  }

  private static String text(Target target) {
    return target.isClasses()
        ? target.classes().size() + " classes"
        : target.columns() + " columns of numbers";
  }
}

package dev.kassei.testkit;

import dev.kassei.api.Loss;
import dev.kassei.api.Precision;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether a loss is least where its target is met: for numbers where the response is these numbers,
 * for classes where the right one is favoured.
 */
final class MinimumCheck {
  /** Predictions from −8 to 8. */
  private static final int POINTS = 2049;

  private static final double FARTHEST = 8;

  /** A response as near to its target as neighbouring predictions are. */
  private static final double NEAR = 0.02;

  /** More than a slope of 1 changes a loss between neighbouring predictions. */
  private static final double TOLERANCE = 0.02;

  private static final double FAVOUR = 4;

  private final LossCase loss;
  private final Findings findings;

  private MinimumCheck(LossCase loss, Findings findings) {
    this.loss = loss;
    this.findings = findings;
  }

  /**
   * What has other columns than its target is not looked at: only its author knows which is which.
   */
  static void check(Loss loss, Findings findings) {
    for (LossCase each : LossCase.of(loss)) {
      var check = new MinimumCheck(each, findings);
      if (each.target().isClasses()) {
        check.classes();
      } else if (each.target().columns() == each.outputs()) {
        check.numbers();
      }
    }
  }

  private void numbers() {
    List<Subject> fixed = loss.fixed();
    for (int i = 0; i < fixed.size(); i++) {
      numbers(loss.targets().get(i), fixed.get(i));
    }
  }

  /** From where all numbers of the target are met, in the direction of each of them. */
  private void numbers(List<Double> target, Subject fixed) {
    double[] met = met(target);
    if (!isNear(loss.response().value(Precision.FLOAT64, met), target)) {
      return;
    }
    double least = fixed.value(Precision.FLOAT64, met)[0];
    for (int column = 0; column < met.length; column++) {
      double[] rows = along(column, met);
      double[] losses = fixed.value(Precision.FLOAT64, rows);
      int best = least(losses);
      if (least > losses[best] + TOLERANCE * (1 + Math.abs(losses[best]))) {
        double[] row = Arrays.copyOfRange(rows, best * met.length, (best + 1) * met.length);
        double[] response = loss.response().value(Precision.FLOAT64, row);
        findings.error(
            "the target %s has the loss %s where it is predicted, and only %s at the prediction %s:"
                + " training would lead there",
            text(target), least, losses[best], text(Arrays.stream(response).boxed().toList()));
        return;
      }
    }
  }

  /** A single number stands alone, as in configurations. */
  private static Object text(List<Double> numbers) {
    return numbers.size() == 1 ? numbers.get(0) : numbers;
  }

  /** The prediction whose response is nearest to the target, number by number. */
  private double[] met(List<Double> target) {
    double[] met = new double[loss.outputs()];
    for (int i = 0; i < met.length; i++) {
      int column = i;
      double[] responses = loss.response().value(Precision.FLOAT64, along(column, met));
      double[] distances = new double[POINTS];
      Arrays.setAll(
          distances, row -> Math.abs(responses[row * met.length + column] - target.get(column)));
      met[column] = predictions()[least(distances)];
    }
    return met;
  }

  /** Rows of predictions like one, but that one of its numbers goes through all that are tried. */
  private static double[] along(int column, double[] prediction) {
    double[] predictions = predictions();
    double[] rows = new double[POINTS * prediction.length];
    for (int row = 0; row < POINTS; row++) {
      System.arraycopy(prediction, 0, rows, row * prediction.length, prediction.length);
      rows[row * prediction.length + column] = predictions[row];
    }
    return rows;
  }

  private static boolean isNear(double[] response, List<Double> target) {
    return IntStream.range(0, response.length)
        .allMatch(i -> Math.abs(response[i] - target.get(i)) <= NEAR);
  }

  private static double[] predictions() {
    double[] predictions = new double[POINTS];
    Arrays.setAll(predictions, i -> FARTHEST * (2.0 * i / (POINTS - 1) - 1));
    return predictions;
  }

  private static int least(double[] numbers) {
    int least = 0;
    for (int i = 1; i < numbers.length; i++) {
      least = numbers[i] < numbers[least] ? i : least;
    }
    return least;
  }

  private int count() {
    return loss.target().classes().size();
  }

  private void classes() {
    if (loss.outputs() == 1 && count() == 2) {
      twoClasses();
    } else if (loss.outputs() == count()) {
      columns();
    }
  }

  private void twoClasses() {
    double[] predictions = predictions();
    double first = predictions[least(loss.fixed().get(0).value(Precision.FLOAT64, predictions))];
    double second = predictions[least(loss.fixed().get(1).value(Precision.FLOAT64, predictions))];
    if (first >= second) {
      findings.error(
          "class 0 has its least loss at the prediction %s, and class 1 at %s: it must be at a"
              + " larger one, or training would lead to the wrong one",
          first, second);
    }
  }

  private void columns() {
    for (int right = 0; right < count(); right++) {
      Subject subject = loss.fixed().get(right);
      double rightLoss = subject.value(Precision.FLOAT64, favouring(right))[0];
      for (int wrong = 0; wrong < count(); wrong++) {
        double wrongLoss = subject.value(Precision.FLOAT64, favouring(wrong))[0];
        if (wrong != right && !(rightLoss < wrongLoss)) {
          findings.error(
              "of %s a row of class %s has the loss %s where that class is favoured, and %s where"
                  + " class %s is: training would lead to the wrong one",
              loss.kind(), right, rightLoss, wrongLoss, wrong);
        }
      }
    }
  }

  private double[] favouring(int number) {
    double[] prediction = new double[count()];
    prediction[number] = FAVOUR;
    return prediction;
  }
}

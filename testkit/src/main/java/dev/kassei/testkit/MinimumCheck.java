package dev.kassei.testkit;

import dev.kassei.api.Loss;
import dev.kassei.api.Precision;
import java.util.Arrays;
import java.util.List;

/**
 * Whether a loss is least where its target is met: for a number where the response is that number,
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
      } else if (each.target().columns() == 1 && each.outputs() == 1) {
        check.number();
      }
    }
  }

  private void number() {
    double[] predictions = predictions();
    double[] responses = loss.response().value(Precision.FLOAT64, predictions);
    List<Subject> fixed = loss.fixed();
    for (int i = 0; i < fixed.size(); i++) {
      double target = loss.targets().get(i).get(0);
      double[] losses = fixed.get(i).value(Precision.FLOAT64, predictions);
      double[] distances = Arrays.stream(responses).map(y -> Math.abs(y - target)).toArray();
      int met = least(distances);
      int best = least(losses);
      if (distances[met] <= NEAR
          && losses[met] > losses[best] + TOLERANCE * (1 + Math.abs(losses[best]))) {
        findings.error(
            "the target %s has the loss %s where it is predicted, and only %s at the prediction %s:"
                + " training would lead there",
            target, losses[met], losses[best], responses[best]);
      }
    }
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

package dev.kassei.builtins.metric;

import dev.kassei.api.Predictions;
import java.util.OptionalInt;

/**
 * How often rows of each class were predicted to be each class. A tie, a row without a clear best
 * class, counts as a guess: 1/classes for each. A row with a value that is no number is predicted
 * to be of no class.
 */
final class Confusion {
  private final double[] right;
  private final double[] predicted;
  private final double[] actual;
  private boolean decided;

  private Confusion(int classes) {
    right = new double[classes];
    predicted = new double[classes];
    actual = new double[classes];
  }

  static Confusion of(Predictions predictions) {
    var confusion = new Confusion(predictions.target().classes().size());
    for (int row = 0; row < predictions.rows(); row++) {
      confusion.add(predictions, row);
    }
    return confusion;
  }

  private void add(Predictions predictions, int row) {
    int truth = (int) predictions.targets()[row];
    actual[truth]++;
    OptionalInt predictedClass = predictions.predictedClass(row);
    if (predictedClass.isPresent()) {
      decided = true;
      add(truth, predictedClass.getAsInt(), 1);
    } else if (predictions.isTied(row)) {
      for (int k = 0; k < classes(); k++) {
        add(truth, k, 1.0 / classes());
      }
    }
  }

  private void add(int truth, int predictedClass, double share) {
    predicted[predictedClass] += share;
    right[truth] += truth == predictedClass ? share : 0;
  }

  /** Whether any row has a clear best class; where none has, scores would be rounding noise. */
  boolean isDecided() {
    return decided;
  }

  int classes() {
    return actual.length;
  }

  /** How many rows of a class were predicted to be of it. */
  double right(int k) {
    return right[k];
  }

  /** How many rows were predicted to be of a class. */
  double predicted(int k) {
    return predicted[k];
  }

  /** How many rows of a class there are. */
  double actual(int k) {
    return actual[k];
  }

  /** The number of rows. */
  double rows() {
    return sum(actual);
  }

  /** How many rows were predicted rightly. */
  double right() {
    return sum(right);
  }

  private static double sum(double[] counts) {
    double sum = 0;
    for (double count : counts) {
      sum += count;
    }
    return sum;
  }
}

package dev.kassei.builtins.metric;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Predictions;
import java.util.Optional;

/**
 * The score of one class from its counts, and its average over classes. As in scikit-learn, a
 * quotient 0/0 is 0, and classes that neither occur nor are predicted are no part of an average.
 */
@FunctionalInterface
interface ClassScore {
  /** The part that is right of what is looked at. */
  double of(double right, double predicted, double actual);

  /** A quotient of counts. */
  static double share(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }

  /** Refuses an average of the score of a single class, which would be that score. */
  static void requireOne(Average average, Optional<String> positive) {
    require(
        positive.isEmpty() || average == Average.MACRO,
        "positive names one class, %s, of which there is nothing to average; leave out average",
        positive.orElse(""));
  }

  /** The score of one class, or of all; NaN where no row has a clear best class. */
  default double of(Predictions predictions, Average average, Optional<String> positive) {
    Confusion confusion = Confusion.of(predictions);
    if (!confusion.isDecided()) {
      return Double.NaN;
    }
    return positive
        .map(name -> of(confusion, predictions.target().classes().indexOf(name)))
        .orElseGet(
            () -> average == Average.MICRO ? together(confusion) : averaged(confusion, average));
  }

  private double of(Confusion confusion, int k) {
    return of(confusion.right(k), confusion.predicted(k), confusion.actual(k));
  }

  private double together(Confusion confusion) {
    double predicted = 0;
    for (int k = 0; k < confusion.classes(); k++) {
      predicted += confusion.predicted(k);
    }
    return of(confusion.right(), predicted, confusion.rows());
  }

  private double averaged(Confusion confusion, Average average) {
    double sum = 0;
    double weights = 0;
    for (int k = 0; k < confusion.classes(); k++) {
      boolean occurs = confusion.actual(k) > 0 || confusion.predicted(k) > 0;
      double weight = average == Average.WEIGHTED ? confusion.actual(k) : occurs ? 1 : 0;
      sum += weight * of(confusion, k);
      weights += weight;
    }
    return sum / weights;
  }
}

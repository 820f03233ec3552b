package dev.kassei.builtins.metric;

import dev.kassei.api.PluginName;
import dev.kassei.api.Predictions;
import java.util.OptionalInt;

/**
 * The share of rows whose class is predicted rightly. A tie, a row without a clear best class,
 * counts as a guess, 1/classes; where all rows are ties, accuracy would be rounding noise and is
 * NaN, for undecided.
 */
@PluginName(value = "accuracy", title = "Accuracy")
public record Accuracy() implements ClassMetric {
  @Override
  public double value(Predictions predictions) {
    int right = 0;
    int ties = 0;
    int decided = 0;
    for (int row = 0; row < predictions.rows(); row++) {
      OptionalInt predicted = predictions.predictedClass(row);
      decided += predicted.isPresent() ? 1 : 0;
      right += predicted.isPresent() && predicted.getAsInt() == predictions.targets()[row] ? 1 : 0;
      ties += predictions.isTied(row) ? 1 : 0;
    }
    double guessed = ties * undecided(predictions.target().classes().size());
    return decided == 0 ? Double.NaN : (right + guessed) / predictions.rows();
  }

  @Override
  public boolean isDefault() {
    return true;
  }
}

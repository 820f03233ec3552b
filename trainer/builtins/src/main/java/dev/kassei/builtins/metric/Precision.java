package dev.kassei.builtins.metric;

import dev.kassei.api.PluginName;
import dev.kassei.api.Predictions;
import java.util.Optional;

/**
 * The share of the rows predicted to be of a class that are of it. A class that is never predicted
 * has 0.
 *
 * @param average how the scores of classes become one
 * @param positive the class that is meant, by name; if empty, the average over all classes
 */
@PluginName(value = "precision", title = "Precision")
public record Precision(Average average, Optional<String> positive) implements PositiveMetric {
  private static final ClassScore SCORE =
      (right, predicted, actual) -> ClassScore.share(right, predicted);

  public Precision() {
    this(Average.MACRO, Optional.empty());
  }

  public Precision {
    ClassScore.requireOne(average, positive);
  }

  @Override
  public double value(Predictions predictions) {
    return SCORE.of(predictions, average, positive);
  }
}

package dev.kassei.builtins.metric;

import dev.kassei.api.PluginName;
import dev.kassei.api.Predictions;
import java.util.Optional;

/**
 * The share of the rows of a class that are predicted to be of it. A class without rows that is
 * predicted has 0.
 *
 * @param average how the scores of classes become one
 * @param positive the class that is meant, by name; if empty, the average over all classes
 */
@PluginName(value = "recall", title = "Recall")
public record Recall(Average average, Optional<String> positive) implements PositiveMetric {
  private static final ClassScore SCORE =
      (right, predicted, actual) -> ClassScore.share(right, actual);

  public Recall() {
    this(Average.MACRO, Optional.empty());
  }

  public Recall {
    ClassScore.requireOne(average, positive);
  }

  @Override
  public double value(Predictions predictions) {
    return SCORE.of(predictions, average, positive);
  }
}

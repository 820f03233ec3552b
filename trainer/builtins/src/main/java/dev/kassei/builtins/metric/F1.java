package dev.kassei.builtins.metric;

import dev.kassei.api.PluginName;
import dev.kassei.api.Predictions;
import dev.kassei.api.Reference;
import java.util.Optional;

/**
 * The harmonic mean of precision and recall of a class: 2 · right / (predicted + actual).
 *
 * @param average how the scores of classes become one
 * @param positive the class that is meant, by name; if empty, the average over all classes
 */
@PluginName(value = "f1", title = "F1")
@Reference("van Rijsbergen 1979, Information retrieval")
public record F1(Average average, Optional<String> positive) implements PositiveMetric {
  private static final ClassScore SCORE =
      (right, predicted, actual) -> ClassScore.share(2 * right, predicted + actual);

  public F1() {
    this(Average.MACRO, Optional.empty());
  }

  public F1 {
    ClassScore.requireOne(average, positive);
  }

  @Override
  public double value(Predictions predictions) {
    return SCORE.of(predictions, average, positive);
  }
}

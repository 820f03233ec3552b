package dev.kassei.trainer.metric;

import dev.kassei.api.Metric;
import dev.kassei.api.PluginName;
import dev.kassei.api.Predictions;
import dev.kassei.api.Target;
import java.util.OptionalInt;

/**
 * The share of rows whose class is predicted rightly. A row without a clear best class counts as
 * wrong; where no row has one, accuracy would be rounding noise and is NaN.
 */
@PluginName(value = "accuracy", title = "Accuracy")
public record Accuracy() implements Metric {
  @Override
  public double value(Predictions predictions) {
    int right = 0;
    int decided = 0;
    for (int row = 0; row < predictions.rows(); row++) {
      OptionalInt predicted = predictions.predictedClass(row);
      if (predicted.isPresent()) {
        decided++;
        right += predicted.getAsInt() == predictions.targets()[row] ? 1 : 0;
      }
    }
    return decided == 0 ? Double.NaN : (double) right / predictions.rows();
  }

  @Override
  public double worst() {
    return 0;
  }

  @Override
  public boolean suits(Target target) {
    return target.isClasses();
  }
}

package dev.kassei.builtins.metric;

import dev.kassei.api.PluginName;
import dev.kassei.api.Predictions;
import dev.kassei.api.Reference;

/**
 * The mean recall of the classes that have rows: accuracy as if each class had equally many. A tie
 * counts as a guess; where all rows are ties it is NaN, for undecided.
 */
@PluginName(value = "balanced_accuracy", title = "Balanced accuracy")
@Reference(
    "Brodersen, Ong, Stephan, Buhmann 2010, The balanced accuracy and its posterior distribution, doi:10.1109/ICPR.2010.764")
public record BalancedAccuracy() implements ClassMetric {
  @Override
  public double value(Predictions predictions) {
    Confusion confusion = Confusion.of(predictions);
    double sum = 0;
    int present = 0;
    for (int k = 0; k < confusion.classes(); k++) {
      sum += ClassScore.share(confusion.right(k), confusion.actual(k));
      present += confusion.actual(k) > 0 ? 1 : 0;
    }
    return confusion.isDecided() ? sum / present : Double.NaN;
  }
}

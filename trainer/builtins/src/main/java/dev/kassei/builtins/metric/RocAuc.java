package dev.kassei.builtins.metric;

import dev.kassei.api.PluginName;
import dev.kassei.api.Predictions;
import dev.kassei.api.Reference;
import java.util.Optional;

/**
 * The area under the curve of true over false positive rate: how probably a row of the class has a
 * higher value for it than a row of another class, where equal values count half. Of several
 * classes it is the mean over those that have rows, each against the rest. It is NaN, for
 * undecided, where the values of all rows differ by no more than 1e-6 of the largest.
 *
 * @param positive the class that is meant, by name; if empty, the second of two, or all of several
 */
@PluginName(value = "roc_auc", title = "ROC AUC")
@Reference(
    "Hanley, McNeil 1982, The meaning and use of the area under a receiver operating characteristic curve, doi:10.1148/radiology.143.1.7063747")
public record RocAuc(Optional<String> positive) implements PositiveMetric {
  public RocAuc() {
    this(Optional.empty());
  }

  @Override
  public double value(Predictions predictions) {
    return Ranking.mean(predictions, positive, RocAuc::area);
  }

  private static double area(Ranking ranking) {
    if (!ranking.isDecided()) {
      return 0.5;
    }
    double above = 0;
    double area = 0;
    for (Ranking.Group group : ranking.groups()) {
      area += group.negatives() * (above + group.positives() / 2.0);
      above += group.positives();
    }
    return area / ((double) ranking.positives() * ranking.negatives());
  }

  @Override
  public double undecided(int classes) {
    return classes == 0 ? worst() : 0.5;
  }
}

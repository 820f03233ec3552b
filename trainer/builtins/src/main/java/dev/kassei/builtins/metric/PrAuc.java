package dev.kassei.builtins.metric;

import dev.kassei.api.PluginName;
import dev.kassei.api.Predictions;
import dev.kassei.api.Reference;
import java.util.Optional;

/**
 * The area under the curve of precision over recall as average precision: Σ (Rₙ − Rₙ₋₁) · Pₙ over
 * the thresholds, without interpolation. Of several classes it is the mean over those that have
 * rows, each against the rest. A class whose values differ by no more than 1e-6 of the largest has
 * its share of the rows; where that is so of all classes it is NaN, for undecided.
 *
 * @param positive the class that is meant, by name; if empty, the second of two, or all of several
 */
@PluginName(value = "pr_auc", title = "Average precision")
@Reference(
    "Davis, Goadrich 2006, The relationship between precision-recall and ROC curves, doi:10.1145/1143844.1143874")
public record PrAuc(Optional<String> positive) implements PositiveMetric {
  public PrAuc() {
    this(Optional.empty());
  }

  @Override
  public double value(Predictions predictions) {
    return Ranking.mean(predictions, positive, PrAuc::averagePrecision);
  }

  private static double averagePrecision(Ranking ranking) {
    double positives = ranking.positives();
    if (!ranking.isDecided()) {
      return positives / (positives + ranking.negatives());
    }
    double found = 0;
    double seen = 0;
    double sum = 0;
    for (Ranking.Group group : ranking.groups()) {
      found += group.positives();
      seen += group.positives() + group.negatives();
      sum += group.positives() * found / seen;
    }
    return sum / positives;
  }

  /** The worst: a guess is worth the class's share of the rows, which is not known here. */
  @Override
  public double undecided(int classes) {
    return worst();
  }
}

package dev.kassei.builtins.metric;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.PluginName;
import dev.kassei.api.Predictions;
import dev.kassei.api.Target;

/**
 * The share of rows whose class is among the k best. Where equal values stand on both sides of the
 * last place, the row counts by how probably a random order of them has its class in. A row whose
 * values are all within 1e-6 of each other counts as a guess, k/classes; where all rows are such,
 * it is NaN, for undecided.
 *
 * @param k how many classes are looked at, fewer than there are
 */
@PluginName(value = "top_k", title = "Top-k accuracy")
public record TopK(int k) implements ClassMetric {
  public TopK() {
    this(2);
  }

  public TopK {
    require(k > 0, "k must be positive but was %s", k);
  }

  @Override
  public double value(Predictions predictions) {
    double found = 0;
    boolean decided = false;
    for (int row = 0; row < predictions.rows(); row++) {
      boolean tellsApart = tellsApart(predictions, row);
      decided |= tellsApart;
      found += tellsApart ? found(predictions, row) : (double) k / predictions.outputs();
    }
    return decided ? found / predictions.rows() : Double.NaN;
  }

  private static boolean tellsApart(Predictions predictions, int row) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < predictions.outputs(); i++) {
      double value = predictions.values()[row * predictions.outputs() + i];
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    return !(most - least <= Predictions.UNDECIDED);
  }

  private double found(Predictions predictions, int row) {
    int first = row * predictions.outputs();
    double own = predictions.values()[first + (int) predictions.targets()[row]];
    int better = 0;
    int equal = 0;
    for (int i = 0; i < predictions.outputs(); i++) {
      double value = predictions.values()[first + i];
      better += value <= own ? 0 : 1;
      equal += value == own ? 1 : 0;
    }
    return equal == 0 ? 0 : Math.max(0, Math.min(1, (double) (k - better) / equal));
  }

  @Override
  public double undecided(int classes) {
    return classes == 0 ? worst() : Math.min(1, (double) k / classes);
  }

  @Override
  public boolean suits(Target target) {
    return target.classes().size() > k && target.classes().size() > 2;
  }
}

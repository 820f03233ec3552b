package dev.kassei.builtins.metric;

import dev.kassei.api.Metric;
import dev.kassei.api.PluginName;
import dev.kassei.api.Predictions;
import dev.kassei.api.Reference;
import dev.kassei.api.Target;

/**
 * Matthews' correlation of predicted and actual classes (Gorodkin 2004 for more than two): 1 for
 * perfect predictions, 0 for guessing or always one class, and negative for worse. A tie counts as
 * a guess; where all rows are ties it is NaN, for undecided.
 */
@PluginName(value = "mcc", title = "Matthews correlation")
@Reference(
    "Matthews 1975, Comparison of the predicted and observed secondary structure of T4 phage lysozyme, doi:10.1016/0005-2795(75)90109-9")
public record MatthewsCorrelation() implements Metric {
  @Override
  public double value(Predictions predictions) {
    Confusion confusion = Confusion.of(predictions);
    return confusion.isDecided() ? correlation(confusion) : Double.NaN;
  }

  private static double correlation(Confusion confusion) {
    double rows = confusion.rows();
    double unpredicted = rows;
    double both = 0;
    double predicted = 0;
    double actual = 0;
    for (int k = 0; k < confusion.classes(); k++) {
      both += confusion.predicted(k) * confusion.actual(k);
      predicted += confusion.predicted(k) * confusion.predicted(k);
      actual += confusion.actual(k) * confusion.actual(k);
      unpredicted -= confusion.predicted(k);
    }
    predicted += unpredicted * unpredicted;
    double variances = (rows * rows - predicted) * (rows * rows - actual);
    return variances <= 0 ? 0 : (confusion.right() * rows - both) / Math.sqrt(variances);
  }

  @Override
  public double undecided(int classes) {
    return classes == 0 ? worst() : 0;
  }

  @Override
  public double worst() {
    return -1;
  }

  @Override
  public double best() {
    return 1;
  }

  @Override
  public boolean suits(Target target) {
    return target.isClasses();
  }
}

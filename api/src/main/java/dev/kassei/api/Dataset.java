package dev.kassei.api;

import dev.kassei.api.value.Requirements;
import java.util.List;

/**
 * Rows of numbers to learn from. The arrays are owned by the data set and must not be modified.
 *
 * @param featureNames one name a feature
 * @param target what is to be learned
 * @param features rows × features, row by row; NaN where there is no value, which becomes the mean
 *     of the training rows
 * @param targets rows × target columns, row by row; class numbers for classes
 */
public record Dataset(
    List<String> featureNames, Target target, double[] features, double[] targets) {
  public Dataset {
    featureNames = List.copyOf(featureNames);
    int width = featureNames.size();
    Requirements.require(width > 0, "a data set needs at least one feature");
    Requirements.require(
        features.length % width == 0 && targets.length % target.columns() == 0,
        "the numbers do not fill whole rows of %s features and %s targets",
        width,
        target.columns());
    Requirements.require(
        features.length / width == targets.length / target.columns(),
        "%s rows of features but %s rows of targets",
        features.length / width,
        targets.length / target.columns());
  }

  /** The number of rows. */
  public int rows() {
    return targets.length / target.columns();
  }

  /** The number of features. */
  public int width() {
    return featureNames.size();
  }
}

package dev.kassei.api;

import dev.kassei.api.value.Requirements;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Rows of numbers to learn from. The arrays are owned by the data set and must not be modified.
 *
 * @param featureNames one name a feature
 * @param target what is to be learned
 * @param features rows × features, row by row; NaN where there is no value
 * @param targets rows × target columns, row by row; class numbers for classes
 * @param image the shape of each row's features if they are an image
 * @param weights how much each row counts in the loss, one a row; empty if all count alike
 * @param testFrom the row from which on all rows are for the test, as the data's authors divided
 *     it; empty if the experiment divides it
 * @param categorical which features are categories; all others are quantities
 * @param gaps what features without a value become
 */
public record Dataset(
    List<String> featureNames,
    Target target,
    double[] features,
    double[] targets,
    Optional<ImageShape> image,
    Optional<double[]> weights,
    OptionalInt testFrom,
    List<Categorical> categorical,
    Gaps gaps) {
  /** What features without a value become, by what the training rows show. */
  public enum Gaps {
    /** The mean; so a category gets its share of the rows. Numbers of categories cannot. */
    MEAN,
    /** The value, or category, that most rows have; the smallest of several. */
    MOST_FREQUENT
  }

  public Dataset {
    featureNames = List.copyOf(featureNames);
    categorical = List.copyOf(categorical);
    int width = featureNames.size();
    Requirements.require(width > 0, "a data set needs at least one feature");
    Requirements.require(
        features.length % width == 0 && targets.length % target.columns() == 0,
        "the numbers do not fill whole rows of %s features and %s targets",
        width,
        target.columns());
    int rows = targets.length / target.columns();
    Requirements.require(
        features.length / width == rows,
        "%s rows of features but %s rows of targets",
        features.length / width,
        rows);
    image.ifPresent(shape -> requireSize(shape, width));
    weights.ifPresent(each -> requireWeights(each, rows));
    Requirements.require(
        testFrom.isEmpty() || (testFrom.getAsInt() > 0 && testFrom.getAsInt() < rows),
        "the test rows must begin within the %s rows, after the first, but begin at %s",
        rows,
        testFrom.orElse(0));
    Requirements.require(
        categorical.stream().allMatch(each -> each.first() + each.width() <= width),
        "categories need features that there are, but the data has %s",
        width);
  }

  /** Rows that all count alike and that the experiment divides; they are no images. */
  public Dataset(List<String> featureNames, Target target, double[] features, double[] targets) {
    this(
        featureNames,
        target,
        features,
        targets,
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        List.of(),
        Gaps.MEAN);
  }

  private static void requireSize(ImageShape shape, int width) {
    Requirements.require(
        shape.size() == width,
        "images of %s have %s values, but rows have %s features",
        shape,
        shape.size(),
        width);
  }

  private static void requireWeights(double[] weights, int rows) {
    Requirements.require(
        weights.length == rows, "%s rows but %s weights of rows", rows, weights.length);
    Requirements.require(
        Arrays.stream(weights).allMatch(weight -> weight >= 0 && Double.isFinite(weight)),
        "weights of rows must be finite and at least 0");
  }

  /** The same rows with other features, such as filled gaps. */
  public Dataset withFeatures(double[] others) {
    return new Dataset(
        featureNames, target, others, targets, image, weights, testFrom, categorical, gaps);
  }

  /** The same rows, each an image of this shape. */
  public Dataset withImage(ImageShape shape) {
    return new Dataset(
        featureNames,
        target,
        features,
        targets,
        Optional.of(shape),
        weights,
        testFrom,
        categorical,
        gaps);
  }

  /** The same rows, which count this much in the loss. */
  public Dataset withWeights(double[] others) {
    return new Dataset(
        featureNames,
        target,
        features,
        targets,
        image,
        Optional.of(others),
        testFrom,
        categorical,
        gaps);
  }

  /** The same rows, of which all from this one on are for the test. */
  public Dataset withTestFrom(int row) {
    return new Dataset(
        featureNames,
        target,
        features,
        targets,
        image,
        weights,
        OptionalInt.of(row),
        categorical,
        gaps);
  }

  /** The same rows, some of whose features are categories. */
  public Dataset withCategorical(List<Categorical> some) {
    return new Dataset(
        featureNames, target, features, targets, image, weights, testFrom, some, gaps);
  }

  /** The same rows, whose gaps are filled in this way. */
  public Dataset withGaps(Gaps filling) {
    return new Dataset(
        featureNames, target, features, targets, image, weights, testFrom, categorical, filling);
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

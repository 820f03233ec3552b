package dev.kassei.api;

import dev.kassei.api.value.Requirements;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apiguardian.api.API;

/**
 * Rows of numbers to learn from. The arrays are owned by the data set and must not be modified.
 * What not every data set has is added by a method such as {@link #withImage}.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class Dataset {
  /** What features without a value become, by what the training rows show. */
  public enum Gaps {
    /** The mean; so a category gets its share of the rows. Numbers of categories cannot. */
    MEAN,
    /** The value, or category, that most rows have; the smallest of several. */
    MOST_FREQUENT,
    /** There are none: the source refuses or leaves out rows with gaps. */
    REFUSED
  }

  private final List<String> featureNames;
  private final Target target;
  private final double[] features;
  private final double[] targets;
  private final Optional<ImageShape> image;
  private final Optional<double[]> weights;
  private final OptionalInt testFrom;
  private final List<Categorical> categorical;
  private final Gaps gaps;
  private final Optional<TextTable> textTable;

  /**
   * Rows of numbers that all count alike and that the experiment divides; they are no images. Gaps
   * become means; where there are none, those of further rows are refused.
   *
   * @param featureNames one name per feature
   * @param target what is to be learned
   * @param features rows × features, row by row; NaN where there is no value
   * @param targets rows × target columns, row by row; class numbers for classes
   */
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
        Arrays.stream(features).anyMatch(Double::isNaN) ? Gaps.MEAN : Gaps.REFUSED,
        Optional.empty());
  }

  private Dataset(
      List<String> featureNames,
      Target target,
      double[] features,
      double[] targets,
      Optional<ImageShape> image,
      Optional<double[]> weights,
      OptionalInt testFrom,
      List<Categorical> categorical,
      Gaps gaps,
      Optional<TextTable> textTable) {
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
    this.featureNames = List.copyOf(featureNames);
    this.target = target;
    this.features = features;
    this.targets = targets;
    this.image = image;
    this.weights = weights;
    this.testFrom = testFrom;
    this.categorical = List.copyOf(categorical);
    this.gaps = gaps;
    this.textTable = textTable;
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

  /** The names of the features, in order. */
  public List<String> featureNames() {
    return featureNames;
  }

  /** What is to be learned. */
  public Target target() {
    return target;
  }

  /** Rows × features, row by row; NaN where there is no value. */
  public double[] features() {
    return features;
  }

  /** Rows × target columns, row by row; class numbers for classes. */
  public double[] targets() {
    return targets;
  }

  /** The shape of each row's features if they are an image. */
  public Optional<ImageShape> image() {
    return image;
  }

  /** How much each row counts in the loss, one per row; empty if all count alike. */
  public Optional<double[]> weights() {
    return weights;
  }

  /**
   * The row from which on all rows are for the test, as the data's authors divided it; empty if the
   * experiment divides it.
   */
  public OptionalInt testFrom() {
    return testFrom;
  }

  /** Which features are categories; all others are quantities. */
  public List<Categorical> categorical() {
    return categorical;
  }

  /** What features without a value become. */
  public Gaps gaps() {
    return gaps;
  }

  /** How the text file writes rows that these were read from; empty if they were not. */
  public Optional<TextTable> textTable() {
    return textTable;
  }

  /** The same rows with other features, such as filled gaps. */
  public Dataset withFeatures(double[] others) {
    return new Dataset(
        featureNames,
        target,
        others,
        targets,
        image,
        weights,
        testFrom,
        categorical,
        gaps,
        textTable);
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
        gaps,
        textTable);
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
        gaps,
        textTable);
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
        gaps,
        textTable);
  }

  /** The same rows, some of whose features are categories. */
  public Dataset withCategorical(List<Categorical> some) {
    return new Dataset(
        featureNames, target, features, targets, image, weights, testFrom, some, gaps, textTable);
  }

  /** The same rows, whose gaps are filled in this way. */
  public Dataset withGaps(Gaps filling) {
    return new Dataset(
        featureNames,
        target,
        features,
        targets,
        image,
        weights,
        testFrom,
        categorical,
        filling,
        textTable);
  }

  /** The same rows, which were read from a text file that is written so. */
  public Dataset withTextTable(TextTable table) {
    return new Dataset(
        featureNames,
        target,
        features,
        targets,
        image,
        weights,
        testFrom,
        categorical,
        gaps,
        Optional.of(table));
  }

  /** The number of rows. */
  public int rows() {
    return targets.length / target.columns();
  }

  /** The number of features. */
  public int width() {
    return featureNames.size();
  }

  /** Such as {@code 150 rows of 4 features}. */
  @Override
  public String toString() {
    return rows() + " rows of " + width() + " features";
  }
}

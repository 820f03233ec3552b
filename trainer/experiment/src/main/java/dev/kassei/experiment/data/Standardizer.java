package dev.kassei.experiment.data;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Categorical;
import dev.kassei.api.Dataset;
import dev.kassei.api.Target;
import dev.kassei.results.record.FeatureScale;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Features shifted to mean 0 and scaled to standard deviation 1, as measured on the training rows:
 * (x − mean) / deviation, where the deviation is that of the population. A feature that is the same
 * in all training rows is shifted, but not scaled; numbers of categories stay as they are.
 *
 * @param names one name a feature
 * @param means the mean of each feature
 * @param deviations the standard deviation of each feature; 1 where it is constant
 * @param isConstant whether a feature is the same in all training rows
 */
public record Standardizer(
    List<String> names, double[] means, double[] deviations, boolean[] isConstant) {
  /** What was measured before, when it was not asked which features are constant. */
  public static Standardizer of(List<String> names, double[] means, double[] deviations) {
    return new Standardizer(names, means, deviations, new boolean[means.length]);
  }

  /** Measures features in two passes; sums go over {@code rows} in their order, in float64. */
  public static Standardizer fit(Dataset data, int[] rows) {
    return fit(data.featureNames(), data.features(), rows, ordinal(data));
  }

  /**
   * The same of targets.
   *
   * @throws IllegalArgumentException if they are classes
   */
  static Standardizer fitTargets(Dataset data, int[] rows) {
    return fit(required(data.target()).names(), data.targets(), rows, Set.of());
  }

  /**
   * The target, which has a scale.
   *
   * @throws IllegalArgumentException if it is a class
   */
  static Target required(Target target) {
    require(
        !target.isClasses(),
        "the target %s is a class, which has no scale; leave out target.standardize",
        target.names().get(0));
    return target;
  }

  /**
   * @param values one for each name in each row of the data, row by row
   * @param asTheyAre the columns that are not changed
   */
  private static Standardizer fit(
      List<String> names, double[] values, int[] rows, Set<Integer> asTheyAre) {
    int width = names.size();
    double[] means = new double[width];
    double[] deviations = new double[width];
    boolean[] isConstant = new boolean[width];
    for (int column = 0; column < width; column++) {
      if (asTheyAre.contains(column)) {
        deviations[column] = 1;
        continue;
      }
      double[] own = column(values, width, rows, column);
      // equal values may have a rounded mean, and so a deviation that is not quite 0
      boolean isSame = Arrays.stream(own).allMatch(value -> value == own[0]);
      means[column] = isSame ? own[0] : mean(own);
      double deviation = deviation(own, means[column]);
      isConstant[column] = deviation == 0;
      deviations[column] = isConstant[column] ? 1 : deviation;
    }
    return new Standardizer(names, means, deviations, isConstant);
  }

  /**
   * The same, if numbers can be scaled by it.
   *
   * @throws IllegalArgumentException if a column has numbers whose squares are beyond float64
   */
  Standardizer required() {
    for (int i = 0; i < means.length; i++) {
      require(
          Double.isFinite(deviations[i]),
          "the column '%s' cannot be standardized: its numbers are so large that their squares are beyond the range of float64; divide them in the data, or leave out standardize",
          names.get(i));
    }
    return this;
  }

  private static Set<Integer> ordinal(Dataset data) {
    return data.categorical().stream()
        .filter(each -> each.encoding() == Categorical.Encoding.ORDINAL)
        .map(Categorical::first)
        .collect(Collectors.toSet());
  }

  /**
   * Standardised features.
   *
   * @param features rows × features, row by row; not modified
   */
  public double[] apply(double[] features) {
    double[] standardized = new double[features.length];
    for (int i = 0; i < features.length; i++) {
      int column = i % means.length;
      standardized[i] = (features[i] - means[column]) / deviations[column];
    }
    return standardized;
  }

  /**
   * What standardized values were before.
   *
   * @param standardized rows × columns, row by row; not modified
   */
  public double[] invert(double[] standardized) {
    double[] values = new double[standardized.length];
    for (int i = 0; i < values.length; i++) {
      int column = i % means.length;
      values[i] = standardized[i] * deviations[column] + means[column];
    }
    return values;
  }

  /** What was measured, one per feature. */
  public List<FeatureScale> scales() {
    return IntStream.range(0, means.length)
        .mapToObj(i -> new FeatureScale(names.get(i), means[i], deviations[i]))
        .toList();
  }

  private static double[] column(double[] values, int width, int[] rows, int column) {
    return Arrays.stream(rows).mapToDouble(row -> values[row * width + column]).toArray();
  }

  // not DoubleStream.sum, whose order and compensation are its own affair

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double deviation(double[] values, double mean) {
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return Math.sqrt(sum / values.length);
  }
}

package dev.kassei.experiment.data;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Categorical;
import dev.kassei.api.Categorical.Encoding;
import dev.kassei.api.Dataset;
import dev.kassei.api.Dataset.Gaps;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Features without a value, NaN, are given one by what the training rows show. */
final class MissingValues {
  private MissingValues() {}

  /**
   * A data set without gaps; the given one is not modified.
   *
   * @param rows the rows that train
   * @throws IllegalArgumentException if no training row has a value
   */
  static Dataset filled(Dataset data, int[] rows) {
    return hasGaps(data) ? filled(data, fillings(data, rows)) : data;
  }

  /** Whether a feature has no value in some row. */
  static boolean hasGaps(Dataset data) {
    return Arrays.stream(data.features()).anyMatch(Double::isNaN);
  }

  /**
   * What a gap becomes, one number per feature; NaN where no row has a value.
   *
   * @param rows the rows that train; means go over them in float64, in their order
   */
  static double[] fillings(Dataset data, int[] rows) {
    return IntStream.range(0, data.width())
        .mapToDouble(column -> filling(data, rows, column))
        .toArray();
  }

  /**
   * A data set without gaps; the given one is not modified.
   *
   * @param fillings what a gap becomes, one number per feature
   * @throws IllegalArgumentException if it is not a number where it is needed
   */
  static Dataset filled(Dataset data, double[] fillings) {
    double[] features = data.features().clone();
    for (int i = 0; i < features.length; i++) {
      if (Double.isNaN(features[i])) {
        int column = i % data.width();
        require(
            !Double.isNaN(fillings[column]),
            "the feature '%s' has no value in any training row; leave its column out",
            data.featureNames().get(column));
        features[i] = fillings[column];
      }
    }
    return data.withFeatures(features);
  }

  private static double filling(Dataset data, int[] rows, int column) {
    Optional<Categorical> categories = categories(data, column);
    boolean isOneHot = categories.filter(each -> each.encoding() == Encoding.ONE_HOT).isPresent();
    if (data.gaps() == Gaps.MEAN && (categories.isEmpty() || isOneHot)) {
      return mean(data, rows, column);
    }
    return isOneHot ? one(data, rows, column, categories.get()) : mostFrequent(data, rows, column);
  }

  private static Optional<Categorical> categories(Dataset data, int column) {
    return data.categorical().stream()
        .filter(each -> column >= each.first() && column < each.first() + each.width())
        .findFirst();
  }

  private static double mean(Dataset data, int[] rows, int column) {
    double sum = 0;
    int count = 0;
    for (int row : rows) {
      double value = data.features()[row * data.width() + column];
      if (!Double.isNaN(value)) {
        sum += value;
        count++;
      }
    }
    return sum / count;
  }

  /** 1 for the category that most rows have, 0 for all others; NaN if no row has any. */
  private static double one(Dataset data, int[] rows, int column, Categorical categories) {
    int most = categories.first();
    for (int other = most + 1; other < categories.first() + categories.width(); other++) {
      if (sum(data, rows, other) > sum(data, rows, most)) {
        most = other;
      }
    }
    boolean isAny = sum(data, rows, most) > 0;
    return isAny ? (column == most ? 1 : 0) : Double.NaN;
  }

  private static double sum(Dataset data, int[] rows, int column) {
    return Arrays.stream(rows)
        .mapToDouble(row -> data.features()[row * data.width() + column])
        .filter(value -> !Double.isNaN(value))
        .reduce(0, Double::sum);
  }

  /** The value of most rows, the smallest of several such; NaN if no row has any. */
  private static double mostFrequent(Dataset data, int[] rows, int column) {
    Map<Double, Integer> counts = new TreeMap<>();
    for (int row : rows) {
      double value = data.features()[row * data.width() + column];
      if (!Double.isNaN(value)) {
        counts.merge(value, 1, Integer::sum);
      }
    }
    double most = Double.NaN;
    int count = 0;
    for (Map.Entry<Double, Integer> each : counts.entrySet()) {
      if (each.getValue() > count) {
        most = each.getKey();
        count = each.getValue();
      }
    }
    return most;
  }
}

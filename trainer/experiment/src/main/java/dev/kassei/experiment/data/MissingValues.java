package dev.kassei.experiment.data;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Dataset;
import java.util.Arrays;

/** Features without a value, NaN, are given the mean of the training rows that have one. */
final class MissingValues {
  private MissingValues() {}

  /**
   * A data set without gaps; the given one is not modified.
   *
   * @param rows the rows that train, over which means go in float64, in their order
   * @throws IllegalArgumentException if no training row has a value
   */
  static Dataset filled(Dataset data, int[] rows) {
    if (Arrays.stream(data.features()).noneMatch(Double::isNaN)) {
      return data;
    }
    double[] features = data.features().clone();
    for (int column = 0; column < data.width(); column++) {
      fill(data, rows, column, features);
    }
    return data.withFeatures(features);
  }

  private static void fill(Dataset data, int[] rows, int column, double[] features) {
    double mean = mean(data, rows, column);
    for (int i = column; i < features.length; i += data.width()) {
      if (Double.isNaN(features[i])) {
        require(
            !Double.isNaN(mean),
            "the feature '%s' has no value in any training row; leave its column out",
            data.featureNames().get(column));
        features[i] = mean;
      }
    }
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
}

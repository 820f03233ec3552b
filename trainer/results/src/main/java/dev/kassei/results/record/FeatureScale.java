package dev.kassei.results.record;

import java.util.List;

/**
 * One line of {@code standardize.csv}: the network sees (x − mean) / deviation in place of x.
 *
 * @param feature the feature's name
 * @param mean its mean over the training rows
 * @param deviation its population standard deviation over the training rows; 1 where it is constant
 */
public record FeatureScale(String feature, double mean, double deviation) {
  /** The names of the columns. */
  public static final List<String> COLUMNS = List.of("feature", "mean", "deviation");

  /** The same in {@code standardize_target.csv}, where a target stands in place of a feature. */
  public static final List<String> TARGET_COLUMNS = List.of("target", "mean", "deviation");
}

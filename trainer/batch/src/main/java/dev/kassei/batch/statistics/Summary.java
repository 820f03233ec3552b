package dev.kassei.batch.statistics;

import static dev.kassei.api.value.Requirements.require;

import java.util.Arrays;

/**
 * A sample in eight numbers.
 *
 * <p>Infinite values are taken where order is all that counts, in {@link #median} and {@link
 * #quantile}; a summary and the means refuse them. NaN is refused everywhere.
 *
 * @param count the number of values n
 * @param standardDeviation with the divisor n − 1; 0 for a single value
 */
public record Summary(
    int count,
    double mean,
    double standardDeviation,
    double minimum,
    double lowerQuartile,
    double median,
    double upperQuartile,
    double maximum) {

  /**
   * Summarizes a sample.
   *
   * @param values at least one, finite
   */
  public static Summary of(double[] values) {
    Values.requireFinite(values, 1);
    double[] sorted = Values.sorted(values);
    return new Summary(
        values.length,
        mean(values),
        standardDeviation(values),
        sorted[0],
        quantileOfSorted(sorted, 0.25),
        quantileOfSorted(sorted, 0.5),
        quantileOfSorted(sorted, 0.75),
        sorted[sorted.length - 1]);
  }

  /**
   * The arithmetic mean, as the minimum plus the mean distance from it: exact where all values are
   * equal.
   *
   * @param values at least one, finite
   */
  public static double mean(double[] values) {
    Values.requireFinite(values, 1);
    return meanOfSorted(Values.sorted(values));
  }

  /**
   * The square root of Σ(x − mean)² / (n − 1); 0 for a single value and where all values are equal.
   *
   * @param values at least one, finite
   */
  public static double standardDeviation(double[] values) {
    Values.requireFinite(values, 1);
    double[] sorted = Values.sorted(values);
    double mean = meanOfSorted(sorted);
    double squares = 0;
    for (double value : sorted) {
      squares += (value - mean) * (value - mean);
    }
    return sorted.length == 1 ? 0 : Math.sqrt(squares / (sorted.length - 1));
  }

  /**
   * The value in the middle, or half way between the two in the middle.
   *
   * @param values at least one; may be infinite
   */
  public static double median(double[] values) {
    return quantile(values, 0.5);
  }

  /**
   * The quantile of type 7: linear between order statistics, with x₍₁₎ at 0 and x₍ₙ₎ at 1.
   *
   * <p>R. J. Hyndman, Y. Fan, Sample quantiles in statistical packages, The American Statistician
   * 50 (1996), definition 7: the default of R and NumPy. Between a finite and an infinite value it
   * is infinite, between −∞ and ∞ it is 0.
   *
   * @param values at least one; may be infinite
   * @param probability from 0 to 1
   */
  public static double quantile(double[] values, double probability) {
    Values.requireNumbers(values, 1);
    require(
        probability >= 0 && probability <= 1,
        "a quantile is for a probability from 0 to 1 but was asked for %s",
        probability);
    return quantileOfSorted(Values.sorted(values), probability);
  }

  /**
   * The interquartile mean: ⌊n/4⌋ values are cut off at each end and the others averaged.
   *
   * <p>R. Agarwal et al., Deep reinforcement learning at the edge of the statistical precipice,
   * NeurIPS 2021, section 4.3. What remains is averaged without fractional weights, as in SciPy's
   * {@code trim_mean}.
   *
   * @param values at least one, of which those that remain are finite
   */
  public static double interquartileMean(double[] values) {
    Values.requireNumbers(values, 1);
    double[] middle = middleOfSorted(Values.sorted(values));
    Values.requireFinite(middle, 1);
    return meanOfSorted(middle);
  }

  /** The same of values in ascending order, which are finite. */
  static double interquartileMeanOfSorted(double[] sorted) {
    return meanOfSorted(middleOfSorted(sorted));
  }

  private static double[] middleOfSorted(double[] sorted) {
    int cut = sorted.length / 4;
    return Arrays.copyOfRange(sorted, cut, sorted.length - cut);
  }

  static double medianOfSorted(double[] sorted) {
    return quantileOfSorted(sorted, 0.5);
  }

  static double quantileOfSorted(double[] sorted, double probability) {
    double place = (sorted.length - 1) * probability;
    int below = (int) place;
    double fraction = place - below;
    // where nothing is to be interpolated, infinities must not meet: ∞ − ∞ and 0·∞ are NaN
    if (fraction == 0 || sorted[below] == sorted[below + 1]) {
      return sorted[below];
    }
    double above = sorted[below + 1];
    if (Double.isInfinite(above) && Double.isInfinite(sorted[below])) {
      return 0;
    }
    return Double.isInfinite(sorted[below])
        ? sorted[below]
        : sorted[below] + fraction * (above - sorted[below]);
  }

  private static double meanOfSorted(double[] sorted) {
    double distances = 0;
    for (double value : sorted) {
      distances += value - sorted[0];
    }
    return sorted[0] + distances / sorted.length;
  }
}

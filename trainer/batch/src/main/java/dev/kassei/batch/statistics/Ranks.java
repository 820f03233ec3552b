package dev.kassei.batch.statistics;

import java.util.Arrays;

/** Ranks from 1, with the mean of their places for tied values; infinities have places, too. */
public final class Ranks {
  private Ranks() {}

  /** The rank of each value, 1 for the smallest. */
  public static double[] ascending(double[] values) {
    Values.requireNumbers(values, 0);
    var sample = OrderedSample.of(values);
    return Arrays.stream(values).map(value -> rank(value, sample)).toArray();
  }

  /** The rank of each value, 1 for the best. */
  public static double[] bestFirst(double[] values, Scoring scoring) {
    return ascending(scoring.higherIsBetter() ? negative(values) : values);
  }

  /**
   * The mean of each column's rank within the rows, 1 for the best.
   *
   * @param rows data sets × methods, at least one row
   */
  public static double[] means(double[][] rows, Scoring scoring) {
    double[] sums = new double[rows[0].length];
    for (double[] row : rows) {
      double[] ranks = bestFirst(row, scoring);
      Arrays.setAll(sums, i -> sums[i] + ranks[i]);
    }
    return Arrays.stream(sums).map(sum -> sum / rows.length).toArray();
  }

  /** Σ(t³ − t) over the groups of t tied values. */
  static double tieSum(double[] values) {
    var sample = OrderedSample.of(values);
    double sum = 0;
    for (double value : values) {
      long equal = sample.equal(value);
      // each of the t members of a group adds t² − 1
      sum += equal * equal - 1;
    }
    return sum;
  }

  private static double rank(double value, OrderedSample sample) {
    return sample.below(value) + (sample.equal(value) + 1) / 2.0;
  }

  private static double[] negative(double[] values) {
    return Arrays.stream(values).map(value -> -value).toArray();
  }
}

package dev.kassei.batch.statistics;

import static dev.kassei.api.value.Requirements.require;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How a metric is read: which direction is good, and what a failed trial counts as.
 *
 * <p>Scores come with NaN for a failed trial. If a failed trial counts as a finite number the
 * scores have a mean; if it is infinitely bad, only order is meaningful: then the median stands in
 * for the mean, beside the number of failures.
 *
 * @param failed the score of a failed trial: the worst one possible
 * @param best the best score possible, infinite where there is none
 */
public record Scoring(boolean higherIsBetter, double failed, double best) {
  /** A share of right answers from 0 to 1: higher is better, a failed trial has 0. */
  public static final Scoring ACCURACY = new Scoring(true, 0, 1);

  /** A loss or error: lower is better, a failed trial is infinitely bad. */
  public static final Scoring LOSS = new Scoring(false, Double.POSITIVE_INFINITY);

  /** A score without a lower bound, such as R²: higher is better, a failed trial infinitely bad. */
  public static final Scoring UNBOUNDED_SCORE = new Scoring(true, Double.NEGATIVE_INFINITY);

  /** Adding and subtracting a number times this leaves its upper 36 bits. */
  private static final double SPLITTER = 0x1p17 + 1;

  /**
   * Relative to the largest improvement, beyond what improvements have, which are rounded to 36
   * bits.
   */
  static final double ROUNDING = 0x1p-34;

  /** A difference of fewer last places of its operands than this is rounding noise. */
  private static final int NOISE = 8;

  /** Without a best score. */
  public Scoring(boolean higherIsBetter, double failed) {
    this(
        higherIsBetter,
        failed,
        higherIsBetter ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY);
  }

  public Scoring {
    require(!Double.isNaN(failed), "expected the score of a failed trial but was given NaN");
    require(
        failed != Double.POSITIVE_INFINITY || !higherIsBetter,
        "a failed trial must not have the best score possible");
    require(
        failed != Double.NEGATIVE_INFINITY || higherIsBetter,
        "a failed trial must not have the best score possible");
  }

  /** Whether scores have a mean, failed trials included. */
  public boolean hasMean() {
    return Double.isFinite(failed);
  }

  /** The number of failed trials: of NaN among the scores. */
  public int failures(double[] scores) {
    return (int) Arrays.stream(scores).filter(Double::isNaN).count();
  }

  /** The scores with failed trials at the worst score, in a new array. */
  public double[] completed(double[] scores) {
    return Arrays.stream(scores).map(score -> Double.isNaN(score) ? failed : score).toArray();
  }

  /** The mean score, or the median where there is no mean; failed trials count. */
  public double center(double[] scores) {
    double[] completed = completed(scores);
    return hasMean() ? Summary.mean(completed) : Summary.median(completed);
  }

  /**
   * By how much {@code first} is better than {@code second}, pair by pair; failed trials count.
   *
   * <p>Ties are found in spite of rounding: a difference below 8 units in the last place of its
   * larger operand is 0, and differences are rounded to 36 bits, so that 0.8 − 0.7 equals 0.3 −
   * 0.2. Two failed trials are a tie; a failed trial against one that did not fail is ±∞ where
   * failing is infinitely bad.
   */
  public double[] improvements(double[] first, double[] second) {
    require(
        first.length == second.length,
        "expected as many scores on both sides but was given %s and %s",
        first.length,
        second.length);
    double[] a = completed(first);
    double[] b = completed(second);
    double[] improvements = new double[a.length];
    Arrays.setAll(
        improvements, i -> higherIsBetter ? difference(a[i], b[i]) : difference(b[i], a[i]));
    return improvements;
  }

  /**
   * The scores with those that differ by rounding alone made equal, in a new array: what is tied as
   * an improvement is tied in ranks and counts, too.
   */
  double[] tied(double[] scores) {
    Values.requireNumbers(scores, 0);
    int[] order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> scores[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] tied = scores.clone();
    for (int i = 1; i < order.length; i++) {
      if (difference(scores[order[i]], scores[order[i - 1]]) == 0) {
        tied[order[i]] = tied[order[i - 1]];
      }
    }
    return tied;
  }

  /** The interval of a score without what no score can be. */
  Interval possible(Interval interval) {
    return interval.within(Math.min(failed, best), Math.max(failed, best));
  }

  /** The interval of an improvement without what no improvement can be. */
  Interval possibleImprovement(Interval interval) {
    double range = Math.abs(best - failed);
    return interval.within(-range, range);
  }

  private static double difference(double a, double b) {
    double difference = a == b ? 0 : a - b;
    if (Math.abs(difference) < NOISE * Math.ulp(Math.max(Math.abs(a), Math.abs(b)))) {
      return 0;
    }
    double scaled = difference * SPLITTER;
    return Double.isInfinite(scaled) ? difference : scaled - (scaled - difference);
  }
}

package dev.kassei.batch.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The signed-rank test of paired differences: whether they lie symmetrically about 0. Two-sided.
 *
 * <p>F. Wilcoxon, Individual comparisons by ranking methods, Biometrics Bulletin 1 (1945). Zeros
 * are ranked and then dropped: J. W. Pratt, Remarks on zeros and ties in the Wilcoxon signed rank
 * procedures, JASA 54 (1959). Tied absolute differences have their mean rank.
 *
 * <p>Up to {@value #EXACT_PAIRS} differences other than 0, p is exact given the ranks, with ties
 * and zeros, too. Beyond, it comes from the normal approximation with the variance of the ranks at
 * hand (so it is corrected for ties and zeros) and a continuity correction of ½. With no difference
 * but zeros p is 1.
 *
 * @param pairs the number of differences, zeros among them
 * @param zeros the number of differences that are 0
 * @param positiveRankSum the sum of the ranks of positive differences, W⁺
 * @param negativeRankSum the sum of the ranks of negative differences, W⁻
 * @param exact whether p is exact
 */
public record Wilcoxon(
    int pairs, int zeros, double positiveRankSum, double negativeRankSum, double p, boolean exact) {
  static final int EXACT_PAIRS = 100;

  /**
   * Tests differences.
   *
   * @param differences at least one; may be infinite
   */
  public static Wilcoxon of(double[] differences) {
    Values.requireNumbers(differences, 1);
    double[] ranks = Ranks.ascending(Arrays.stream(differences).map(Math::abs).toArray());
    double positive = sumWhere(differences, ranks, 1);
    double negative = sumWhere(differences, ranks, -1);
    double[] signed = ranksOfOthersThanZero(differences, ranks);
    boolean exact = signed.length <= EXACT_PAIRS;
    double p = exact ? exactP(signed, positive) : normalP(signed, positive, 0.5);
    int zeros = differences.length - signed.length;
    return new Wilcoxon(differences.length, zeros, positive, negative, p, exact);
  }

  /** Whether positive differences outweigh negative ones. */
  public boolean isPositive() {
    return positiveRankSum > negativeRankSum;
  }

  static double exactP(double[] ranks, double positive) {
    double[] probabilities = RankSums.ofCoinTosses(RankSums.doubled(ranks));
    return RankSums.twoSided(probabilities, (int) (2 * positive));
  }

  /** The normal approximation; under the hypothesis each rank counts as positive or not, evenly. */
  static double normalP(double[] ranks, double positive, double continuity) {
    double mean = Arrays.stream(ranks).sum() / 2;
    double variance = Arrays.stream(ranks).map(rank -> rank * rank).sum() / 4;
    double distance = Math.max(0, Math.abs(positive - mean) - continuity);
    return distance == 0 ? 1 : Distributions.normalTwoSided(distance / Math.sqrt(variance));
  }

  static double[] ranksOfOthersThanZero(double[] differences, double[] ranks) {
    return IntStream.range(0, ranks.length)
        .filter(i -> differences[i] != 0)
        .mapToDouble(i -> ranks[i])
        .sorted()
        .toArray();
  }

  private static double sumWhere(double[] differences, double[] ranks, int sign) {
    return IntStream.range(0, ranks.length)
        .filter(i -> Math.signum(differences[i]) == sign)
        .mapToDouble(i -> ranks[i])
        .sum();
  }
}

package dev.kassei.trainer.statistics;

import java.util.Arrays;

/**
 * The test of two independent samples for whether values of one tend to be larger. Two-sided.
 *
 * <p>H. B. Mann, D. R. Whitney, On a test of whether one of two random variables is stochastically
 * larger than the other, Annals of Mathematical Statistics 18 (1947). Tied values have their mean
 * rank.
 *
 * <p>Up to {@value #EXACT_VALUES} values in both samples together, p is exact given the ranks, with
 * ties, too. Beyond, it comes from the normal approximation with the variance of the ranks at hand
 * and a continuity correction of ½. Where all values are equal p is 1.
 *
 * @param u the number of pairs in which the first sample's value is the larger, ties counting half
 * @param exact whether p is exact
 */
public record MannWhitney(double u, double p, boolean exact) {
  static final int EXACT_VALUES = 50;

  /**
   * Tests two samples.
   *
   * @param first at least one value; may be infinite
   * @param second at least one value; may be infinite
   */
  public static MannWhitney of(double[] first, double[] second) {
    Values.requireNumbers(first, 1);
    Values.requireNumbers(second, 1);
    double[] ranks = Ranks.ascending(Values.flatten(new double[][] {first, second}));
    double sum = Arrays.stream(ranks, 0, first.length).sum();
    boolean exact = ranks.length <= EXACT_VALUES;
    double u = sum - first.length * (first.length + 1) / 2.0;
    double p = exact ? exactP(ranks, sum, first.length) : normalP(ranks, sum, first.length, 0.5);
    return new MannWhitney(u, p, exact);
  }

  private static double exactP(double[] ranks, double sum, int size) {
    double[] ways = RankSums.ofSubsets(RankSums.doubled(ranks), size);
    return RankSums.twoSided(ways, (int) (2 * sum));
  }

  /** The normal approximation to the sum of {@code size} ranks drawn without putting back. */
  static double normalP(double[] ranks, double sum, int size, double continuity) {
    int n = ranks.length;
    double middle = (n + 1) / 2.0;
    double squares =
        Arrays.stream(Values.sorted(ranks)).map(r -> (r - middle) * (r - middle)).sum();
    double variance = squares * size * (n - size) / ((double) n * (n - 1));
    double distance = Math.max(0, Math.abs(sum - size * middle) - continuity);
    return distance == 0 ? 1 : Distributions.normalTwoSided(distance / Math.sqrt(variance));
  }
}

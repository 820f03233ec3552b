package dev.kassei.batch.statistics;

import java.util.Arrays;

/**
 * Exact distributions of rank sums, given the ranks: with ties they are those of the permutation
 * test. Ranks are doubled, so that mean ranks are integers, too.
 */
final class RankSums {
  private RankSums() {}

  /** The ranks times 2. */
  static int[] doubled(double[] ranks) {
    return Arrays.stream(ranks).mapToInt(rank -> (int) (2 * rank)).toArray();
  }

  /** The probability of each sum when each rank is taken with probability ½. */
  static double[] ofCoinTosses(int[] ranks) {
    double[] probability = new double[Arrays.stream(ranks).sum() + 1];
    probability[0] = 1;
    int greatest = 0;
    for (int rank : ranks) {
      greatest += rank;
      for (int sum = greatest; sum >= 0; sum--) {
        double with = sum >= rank ? probability[sum - rank] : 0;
        probability[sum] = (probability[sum] + with) / 2;
      }
    }
    return probability;
  }

  /** Twice the smaller tail that begins with {@code sum}, at most 1. */
  static double twoSided(double[] weights, int sum) {
    double lower = Values.sum(weights, 0, sum + 1);
    double upper = Values.sum(weights, sum, weights.length);
    return Math.min(1, 2 * Math.min(lower, upper) / Values.sum(weights, 0, weights.length));
  }
}

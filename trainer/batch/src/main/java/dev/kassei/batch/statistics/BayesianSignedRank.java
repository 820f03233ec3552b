package dev.kassei.batch.statistics;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.engine.random.CountedDraws;
import dev.kassei.engine.random.Purpose;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The Bayesian signed-rank test: how probable it is that one method is better, that the other is,
 * or that they are practically equivalent.
 *
 * <p>A. Benavoli, G. Corani, J. Demšar, M. Zaffalon, Time for a change: a tutorial for comparing
 * multiple classifiers through Bayesian analysis, JMLR 18 (2017), section 4.2.1. The differences
 * and one pseudo-observation of 0 get Dirichlet weights with parameters 1, and ½ for the latter;
 * the mean of each pair of differences (each with itself, too) weighs the product of theirs and
 * falls left of, into, or right of the region of practical equivalence, whose ends belong to it.
 * The probability of each is the share of draws in which it weighs most.
 *
 * @param worse the probability that differences lie below the region
 * @param equivalent the probability that they lie within it
 * @param better the probability that they lie above it
 */
public record BayesianSignedRank(double worse, double equivalent, double better) {
  /** The number of draws with which probabilities are exact to about 0.005. */
  public static final int DRAWS = 50_000;

  /**
   * Tests differences. Draw d takes its numbers from the random stream (seed, "bayesian
   * signed-rank", name, d).
   *
   * @param differences improvements of the one over the other; any number, may be infinite
   * @param region half the width of the region of practical equivalence, at least 0
   * @param name what the test is for
   */
  public static BayesianSignedRank of(
      double[] differences, double region, long seed, String name, int draws) {
    Values.requireNumbers(differences, 0);
    require(region >= 0, "the region of practical equivalence must be ≥ 0 but was %s", region);
    require(draws >= 1, "expected at least 1 draw but was given %s", draws);
    double[] sorted = DoubleStream.concat(Arrays.stream(differences), DoubleStream.of(0)).toArray();
    Arrays.sort(sorted);
    var masses = new Masses(sorted, region);
    int[] heaviest =
        IntStream.range(0, draws)
            .parallel()
            .map(draw -> masses.heaviest(weights(sorted, key(seed, name, draw))))
            .toArray();
    return new BayesianSignedRank(share(heaviest, 0), share(heaviest, 1), share(heaviest, 2));
  }

  private static long key(long seed, String name, int draw) {
    return CountedDraws.key(seed, Purpose.BAYESIAN_SIGNED_RANK, name, draw);
  }

  private static double share(int[] heaviest, int which) {
    return (double) Arrays.stream(heaviest).filter(each -> each == which).count() / heaviest.length;
  }

  /** Gamma variables: the Dirichlet weights but for their sum, which is not needed. */
  private static double[] weights(double[] sorted, long key) {
    double[] weights = new double[sorted.length];
    // −log of 1 − u, since u may be 0
    Arrays.setAll(weights, i -> -StrictMath.log(1 - CountedDraws.uniform(key, i)));
    // the gamma distribution of shape ½ is that of half the square of a standard normal variable
    double normal = CountedDraws.normal(key, sorted.length);
    weights[firstZero(sorted)] = normal * normal / 2;
    return weights;
  }

  private static int firstZero(double[] sorted) {
    return IntStream.range(0, sorted.length).filter(i -> sorted[i] == 0).findFirst().orElseThrow();
  }

  /**
   * Where the means of pairs of sorted differences fall. Partners of a difference below {@code low}
   * make a mean left of the region, those from {@code high} on right of it.
   */
  private static final class Masses {
    private final int[] low;
    private final int[] high;

    Masses(double[] sorted, double region) {
      int n = sorted.length;
      low = new int[n];
      high = new int[n];
      Arrays.setAll(low, i -> countWhere(sorted, sorted[i], -2 * region, false));
      Arrays.setAll(high, i -> countWhere(sorted, sorted[i], 2 * region, true));
    }

    /** 0, 1 or 2 for left, region or right. */
    int heaviest(double[] weights) {
      double[] before = new double[weights.length + 1];
      for (int i = 0; i < weights.length; i++) {
        before[i + 1] = before[i] + weights[i];
      }
      double total = before[weights.length];
      double left = 0;
      double right = 0;
      for (int i = 0; i < weights.length; i++) {
        left += weights[i] * before[low[i]];
        right += weights[i] * (total - before[high[i]]);
      }
      double middle = total * total - left - right;
      if (left > middle && left > right) {
        return 0;
      }
      return right > middle && right >= left ? 2 : 1;
    }

    /** How many values v have v + other below the limit (or at it, if {@code including}). */
    private static int countWhere(double[] sorted, double other, double limit, boolean including) {
      return (int)
          Arrays.stream(sorted)
              .filter(v -> including ? !(sum(v, other) > limit) : sum(v, other) < limit)
              .count();
    }

    private static double sum(double a, double b) {
      // −∞ and ∞ cancel
      return a == -b ? 0 : a + b;
    }
  }
}

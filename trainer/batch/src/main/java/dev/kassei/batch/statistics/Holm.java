package dev.kassei.batch.statistics;

import static dev.kassei.api.value.Requirements.require;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The adjustment of several p values so that the probability of any false alarm among them stays
 * below the level they are compared with, however they depend on each other.
 *
 * <p>S. Holm, A simple sequentially rejective multiple test procedure, Scandinavian Journal of
 * Statistics 6 (1979).
 */
public final class Holm {
  private Holm() {}

  /**
   * The adjusted values, in the order of the p values: the i-th smallest of m is multiplied by m −
   * i + 1, limited to 1 and never below a smaller one's.
   *
   * @param p from 0 to 1 each; there may be none
   */
  public static double[] adjust(double[] p) {
    for (double each : p) {
      require(each >= 0 && each <= 1, "a p value must be from 0 to 1 but was %s", each);
    }
    int[] order =
        IntStream.range(0, p.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = new double[p.length];
    double largest = 0;
    for (int i = 0; i < order.length; i++) {
      largest = Math.max(largest, Math.min(1, p[order[i]] * (p.length - i)));
      adjusted[order[i]] = largest;
    }
    return adjusted;
  }

  /** The level that the smallest of m p values has to reach. */
  public static double strictestLevel(double alpha, int comparisons) {
    Values.requireProbability("alpha", alpha);
    require(comparisons >= 1, "expected at least 1 comparison but was given %s", comparisons);
    return alpha / comparisons;
  }
}

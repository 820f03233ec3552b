package dev.kassei.batch.statistics;

import static dev.kassei.api.value.Requirements.require;

import java.util.Arrays;

/**
 * The test of k methods on N data sets for whether any ranks differently from the others.
 *
 * <p>M. Friedman, JASA 32 (1937); R. L. Iman, J. M. Davenport, Communications in Statistics A 9
 * (1980); both as in J. Demšar, Statistical comparisons of classifiers over multiple data sets,
 * JMLR 7 (2006), section 3.2.2. Tied methods have their mean rank; scores that differ by rounding
 * alone are tied, as improvements are ({@link Scoring#improvements}). As in Demšar χ² is not
 * corrected for ties, which errs on the safe side; {@code tieCorrectedChiSquared} is.
 *
 * <p>p is never below (k!)¹⁻ᴺ, the probability that chance alone ranks all data sets alike: the F
 * approximation gives 0 there. Where all methods are tied everywhere p is 1.
 *
 * @param datasets the number of data sets N
 * @param meanRanks a rank for each method, 1 for the best
 * @param chiSquared Friedman's χ² with k − 1 degrees of freedom
 * @param tieCorrectedChiSquared Friedman's χ² divided by 1 − Σ(t³ − t) / (N·(k³ − k))
 * @param tieCorrectedP the probability of that or more under the χ² distribution
 * @param f the statistic of Iman and Davenport, with k − 1 and (k − 1)·(N − 1) degrees of freedom
 * @param p the probability of that or more under the F distribution
 */
public record Friedman(
    int datasets,
    double[] meanRanks,
    double chiSquared,
    double tieCorrectedChiSquared,
    double tieCorrectedP,
    double f,
    double p) {

  /**
   * Tests methods.
   *
   * @param scores data sets × methods, at least one data set and 2 methods; may be infinite
   */
  public static Friedman of(double[][] scores, Scoring scoring) {
    require(scores.length >= 1, "expected at least one data set but was given none");
    int n = scores.length;
    int k = scores[0].length;
    require(k >= 2, "expected at least 2 methods but was given %s", k);
    double[][] tied = Arrays.stream(scores).map(scoring::tied).toArray(double[][]::new);
    double[] meanRanks = Ranks.means(tied, scoring);
    double chiSquared = chiSquared(meanRanks, n);
    double spread = 1 - tieSum(tied) / ((double) n * k * (k * k - 1));
    double corrected = spread <= 0 ? 0 : chiSquared / spread;
    double f = imanDavenport(chiSquared, n, k);
    double p = Distributions.fisherUpper(f, k - 1, (double) (k - 1) * (n - 1));
    return new Friedman(
        n,
        meanRanks,
        chiSquared,
        corrected,
        Distributions.chiSquaredUpper(corrected, k - 1),
        f,
        Math.max(p, smallestP(n, k)));
  }

  /** The probability that chance ranks all data sets like the first: (k!)¹⁻ᴺ. */
  public static double smallestP(int datasets, int methods) {
    double orders = 1;
    for (int i = 2; i <= methods; i++) {
      orders *= i;
    }
    return StrictMath.pow(orders, 1 - datasets);
  }

  private static double chiSquared(double[] meanRanks, int n) {
    int k = meanRanks.length;
    double middle = (k + 1) / 2.0;
    double[] squares =
        Arrays.stream(meanRanks).sorted().map(r -> (r - middle) * (r - middle)).toArray();
    return 12.0 * n / (k * (k + 1)) * Values.sum(squares, 0, k);
  }

  private static double imanDavenport(double chiSquared, int n, int k) {
    double largest = (double) n * (k - 1);
    // ranks that agree everywhere reach the largest χ² but for rounding
    if (chiSquared >= largest * (1 - 1e-12)) {
      return n == 1 ? 0 : Double.POSITIVE_INFINITY;
    }
    return (n - 1) * chiSquared / (largest - chiSquared);
  }

  private static double tieSum(double[][] scores) {
    return Arrays.stream(scores).mapToDouble(Ranks::tieSum).sum();
  }
}

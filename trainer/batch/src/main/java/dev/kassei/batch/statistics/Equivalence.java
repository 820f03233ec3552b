package dev.kassei.batch.statistics;

import java.util.Arrays;

/**
 * Two one-sided tests of whether a mean improvement lies within a region around 0: D. J.
 * Schuirmann, A comparison of the two one-sided tests procedure and the power approach for
 * assessing the equivalence of average bioavailability, Journal of Pharmacokinetics and
 * Biopharmaceutics 15 (1987). The hypothesis is that it does not; a small p speaks for equivalence.
 *
 * <p>Each side is a paired t test, or the corrected resampled one. Student's t is too bold towards
 * the long tail of skewed improvements (for exponential ones and ten pairs it errs in 9 % of cases
 * in place of 2.5 %), so that the t transformed by P. Hall, On the removal of skewness by
 * transformation, Journal of the Royal Statistical Society B 54 (1992), equation 2.4, has to agree.
 * The skewness is taken twice, since samples of ten show about half of it.
 */
final class Equivalence {
  /**
   * Fewer pairs say nothing of the kind: ten cannot show how improvements are distributed, either.
   */
  static final int PAIRS = 10;

  private static final double UNSEEN_SKEWNESS = 2;

  private final double mean;
  private final double standardError;
  private final double skew;
  private final double degrees;

  private Equivalence(double[] improvements, double testToTraining) {
    var test = TTest.resampled(improvements, testToTraining);
    this.mean = test.difference();
    this.standardError = test.standardError();
    this.skew = UNSEEN_SKEWNESS * skewness(improvements) / Math.sqrt(improvements.length);
    this.degrees = (improvements.length - 1) / 2.0;
  }

  /**
   * The larger p of the two tests; 1 where nothing may be said: without a region, from fewer than
   * {@value #PAIRS} pairs, from infinite improvements, and where improvements do not spread, so
   * that how far they would is unknown.
   *
   * @param improvements none of a failed trial
   * @param region half the width of the region
   * @param testToTraining the number of test rows divided by that of training rows where the
   *     improvements are of splits of the same data, else 0
   */
  static double p(double[] improvements, double region, double testToTraining) {
    if (region == 0
        || improvements.length < PAIRS
        || !Arrays.stream(improvements).allMatch(Double::isFinite)
        || Summary.standardDeviation(improvements) == 0) {
      return 1;
    }
    var test = new Equivalence(improvements, testToTraining);
    return Math.max(test.above(-region), test.below(region));
  }

  /** The p value of the mean lying above an edge. */
  private double above(double edge) {
    double t = (mean - edge) / standardError;
    return upper(Math.min(t, transformed(t)));
  }

  private double below(double edge) {
    double t = (mean - edge) / standardError;
    return upper(-Math.max(t, transformed(t)));
  }

  /** Hall's t + s·(t²/3 + 1/6) + s²·t³/27 with the skewness s divided by the root of n. */
  private double transformed(double t) {
    return t + skew * (t * t / 3 + 1.0 / 6) + skew * skew * t * t * t / 27;
  }

  private double upper(double t) {
    double twoSided = Distributions.studentTwoSided(t, degrees);
    return t > 0 ? twoSided / 2 : 1 - twoSided / 2;
  }

  /** The adjusted Fisher–Pearson coefficient G₁, of at least 3 values that are not all equal. */
  private static double skewness(double[] values) {
    double[] sorted = Values.sorted(values);
    double mean = Summary.mean(values);
    double squares = 0;
    double cubes = 0;
    for (double value : sorted) {
      double distance = value - mean;
      squares += distance * distance;
      cubes += distance * distance * distance;
    }
    double n = sorted.length;
    double variance = squares / n;
    return Math.sqrt(n * (n - 1)) / (n - 2) * (cubes / n) / (variance * Math.sqrt(variance));
  }
}

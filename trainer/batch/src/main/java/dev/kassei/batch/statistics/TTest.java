package dev.kassei.batch.statistics;

import static dev.kassei.api.value.Requirements.require;

/**
 * A two-sided test of a mean difference against Student's t distribution.
 *
 * <p>Where the standard error is 0 because all differences are equal, t is 0 (p = 1) for a
 * difference of 0, else infinite (p = 0). A single difference has no standard error: t is 0, p is 1
 * and the interval unbounded. Infinite values are refused.
 *
 * @param difference the mean difference
 * @param standardError of the mean difference
 */
public record TTest(
    double difference, double standardError, double t, double degreesOfFreedom, double p) {

  /** The paired test of Student (Gosset), The probable error of a mean, Biometrika 6 (1908). */
  public static TTest paired(double[] differences) {
    return resampled(differences, 0);
  }

  /**
   * The test for differences on repeated random splits or folds of the same finite data, which
   * overlap and so vary together: the variance is multiplied by 1/J + (test rows) / (training rows)
   * instead of 1/J for J splits.
   *
   * <p>C. Nadeau, Y. Bengio, Inference for the generalization error, Machine Learning 52 (2003),
   * section 4.1 and equation 9; for repeated cross-validation R. R. Bouckaert, E. Frank, Evaluating
   * the replicability of significance tests for comparing learning algorithms, PAKDD 2004, equation
   * 3.
   *
   * @param differences one a split, at least one, finite
   * @param testToTraining the number of test rows divided by that of training rows
   */
  public static TTest resampled(double[] differences, double testToTraining) {
    Values.requireFinite(differences, 1);
    require(
        testToTraining >= 0,
        "the ratio of test to training rows must be at least 0 but was %s",
        testToTraining);
    double spread = Summary.standardDeviation(differences);
    double standardError = spread * Math.sqrt(1.0 / differences.length + testToTraining);
    return of(Summary.mean(differences), standardError, differences.length - 1);
  }

  /** The interval of the mean difference that belongs to the test. */
  public Interval interval(double level) {
    Values.requireProbability("the level of an interval", level);
    if (degreesOfFreedom == 0) {
      return Interval.unbounded(level);
    }
    double critical = Distributions.studentCritical(1 - level, degreesOfFreedom);
    double half = critical * standardError;
    return new Interval(difference - half, difference + half, level);
  }

  private static TTest of(double difference, double standardError, double degrees) {
    if (degrees == 0 || difference == 0) {
      return new TTest(difference, standardError, 0, degrees, 1);
    }
    double t = difference / standardError;
    double p = Distributions.studentTwoSided(t, degrees);
    return new TTest(difference, standardError, t, degrees, p);
  }
}

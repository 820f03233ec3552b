package dev.kassei.batch.statistics;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.engine.kernel.Float64Functions;

/**
 * The range of k independent standard normal variables: the studentized range with infinitely many
 * degrees of freedom.
 *
 * <p>P(range ≤ q) = k ∫ φ(z)·[Φ(z) − Φ(z − q)]ᵏ⁻¹ dz, with z for the largest of them (H. O.
 * Hartley, The range in random samples, Biometrika 32 (1942)). The integrand is analytic and dies
 * out on both sides, so the trapezoidal rule is exact to rounding.
 */
public final class StudentizedRange {
  private static final double STEP = 1.0 / 16;
  private static final double LIMIT = 9;
  private static final double SQRT_2_PI = 2.5066282746310002;

  private StudentizedRange() {}

  /**
   * The probability of a range above q; absolute error below 10⁻¹³.
   *
   * @param groups the number of variables k, at least 2
   */
  public static double upper(double q, int groups) {
    require(groups >= 2, "a range needs at least 2 groups but was given %s", groups);
    double sum = 0;
    for (double z = -LIMIT; z <= LIMIT; z += STEP) {
      double within = Distributions.normalUpper(z - q) - Distributions.normalUpper(z);
      double power = 1;
      for (int i = 1; i < groups; i++) {
        power *= within;
      }
      sum += Float64Functions.exp(-z * z / 2) * power;
    }
    return Math.max(0, Math.min(1, 1 - groups * sum * STEP / SQRT_2_PI));
  }

  /** The range that is exceeded with probability {@code alpha}. */
  public static double critical(double alpha, int groups) {
    Values.requireProbability("alpha", alpha);
    return Distributions.whereFalling(q -> upper(q, groups), alpha);
  }
}

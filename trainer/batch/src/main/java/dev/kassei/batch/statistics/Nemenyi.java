package dev.kassei.batch.statistics;

import static dev.kassei.api.value.Requirements.require;

/**
 * The comparison of all pairs of mean ranks, as an option beside the pairwise Wilcoxon tests: its
 * verdict on a pair depends on which other methods take part (A. Benavoli, G. Corani, F. Mangili,
 * Should we really use post-hoc tests based on mean-ranks?, JMLR 17 (2016)).
 *
 * <p>P. B. Nemenyi, Distribution-free multiple comparisons, 1963; J. Demšar, JMLR 7 (2006), section
 * 3.2.2.
 *
 * @param datasets the number of data sets N, at least 1
 * @param methods the number of methods k, at least 2
 */
public record Nemenyi(int datasets, int methods) {
  private static final double SQRT_2 = 1.4142135623730951;

  public Nemenyi {
    require(datasets >= 1, "expected at least 1 data set but was given %s", datasets);
    require(methods >= 2, "expected at least 2 methods but was given %s", methods);
  }

  /** The difference of mean ranks that is significant: q·√(k·(k + 1) / (6·N)). */
  public double criticalDifference(double alpha) {
    return quantile(alpha, methods) * standardError();
  }

  /** The p value of a difference of mean ranks, adjusted for all pairs. */
  public double p(double rankDifference) {
    return StudentizedRange.upper(Math.abs(rankDifference) / standardError() * SQRT_2, methods);
  }

  /** q: the critical value of the studentized range divided by √2. */
  static double quantile(double alpha, int methods) {
    return StudentizedRange.critical(alpha, methods) / SQRT_2;
  }

  private double standardError() {
    return Math.sqrt(methods * (methods + 1) / (6.0 * datasets));
  }
}

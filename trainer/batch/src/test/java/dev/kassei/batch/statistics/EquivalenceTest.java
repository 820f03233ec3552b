package dev.kassei.batch.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EquivalenceTest {
  private static final double[] SYMMETRIC = {-2, -1.5, -1, -0.5, -0.1, 0.1, 0.5, 1, 1.5, 2};

  @Test
  void symmetricImprovementsHaveTheTTestsPWithHalfTheDegreesOfFreedom() {
    double p = Equivalence.p(SYMMETRIC, 1, 0);
    assertThat(p)
        .as("scipy.stats.t.cdf(scipy.stats.ttest_1samp(improvements, 1).statistic, 4.5)")
        .isCloseTo(0.03180934490265035, within(1e-12));
    assertThat(Equivalence.p(moved(SYMMETRIC, 0.5), 1, 0)).isGreaterThan(p);
    assertThat(Equivalence.p(moved(SYMMETRIC, -0.5), 1, 0))
        .isCloseTo(Equivalence.p(moved(SYMMETRIC, 0.5), 1, 0), within(1e-12));
    assertThat(Equivalence.p(SYMMETRIC, 1, 0.25)).as("splits of the same data").isGreaterThan(p);
  }

  @Test
  void aLongTailTowardsAnEdgeCounts() {
    double[] skewed = {-0.2, -0.2, -0.2, -0.2, -0.1, -0.1, -0.1, -0.1, 0.2, 1.0};
    double t = TTest.paired(moved(skewed, -0.5)).t();
    double p = Distributions.studentTwoSided(t, 9) / 2;
    assertThat(Equivalence.p(skewed, 0.5, 0)).isGreaterThan(2 * p);
  }

  @Test
  void tooFewPairsAndImprovementsThatDoNotSpreadSayNothing() {
    assertThat(Equivalence.p(Arrays.copyOf(SYMMETRIC, 9), 100, 0)).isEqualTo(1);
    assertThat(Equivalence.p(SYMMETRIC, 100, 0)).isLessThan(0.001);
    assertThat(Equivalence.p(SYMMETRIC, 0, 0)).as("no region").isEqualTo(1);
    assertThat(Equivalence.p(new double[48], 0.01, 0)).isEqualTo(1);
    double[] infinite = SYMMETRIC.clone();
    infinite[0] = Double.NEGATIVE_INFINITY;
    assertThat(Equivalence.p(infinite, 100, 0)).isEqualTo(1);
  }

  @Test
  void failedTrialsAreNeverEquivalent() {
    double[] relu = IntStream.range(0, 48).mapToDouble(i -> 0.9 + 0.001 * (i % 7)).toArray();
    double[] mish = IntStream.range(0, 48).mapToDouble(i -> 0.9 + 0.001 * (i % 5)).toArray();
    assertThat(isEquivalent(relu, mish)).isTrue();
    relu[3] = Double.NaN;
    mish[3] = Double.NaN;
    assertThat(isEquivalent(relu, mish)).as("both failed with one seed").isFalse();
    Arrays.fill(relu, Double.NaN);
    Arrays.fill(mish, Double.NaN);
    assertThat(isEquivalent(relu, mish)).as("all failed").isFalse();
  }

  private static boolean isEquivalent(double[] relu, double[] mish) {
    var comparison = new Comparison(List.of("relu", "mish"), 0, Scoring.ACCURACY, 0.01, 0.05, 1);
    double[][] scores = {relu, mish};
    return OneDataset.of(comparison, new Design.Independent(), scores)
        .contrasts()
        .get(0)
        .isNegligible(comparison);
  }

  private static double[] moved(double[] improvements, double by) {
    return Arrays.stream(improvements).map(improvement -> improvement + by).toArray();
  }
}

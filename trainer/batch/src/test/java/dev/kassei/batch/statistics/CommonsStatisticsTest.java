package dev.kassei.batch.statistics;

import static dev.kassei.batch.statistics.Golden.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kassei.engine.random.CountedDraws;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.inference.PValueMethod;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Agreement with Apache Commons Statistics, where both define the same. */
class CommonsStatisticsTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 20, 50, 100, 101, 300})
  void wilcoxonAgreesWithoutTies(int pairs) {
    double[] differences = draws(pairs, "differences");
    var ours = Wilcoxon.of(differences);
    var theirs =
        WilcoxonSignedRankTest.withDefaults()
            .with(ours.exact() ? PValueMethod.EXACT : PValueMethod.ASYMPTOTIC)
            .test(differences);
    assertThat(ours.positiveRankSum()).isEqualTo(theirs.getStatistic());
    assertClose(ours.p(), theirs.getPValue(), 1e-12);
  }

  /** Without zeros: version 1.1 counts them among the ties, too, so its variance is too small. */
  @Test
  void theNormalApproximationOfWilcoxonAgreesWithTies() {
    double[] differences =
        Arrays.stream(rounded(draws(300, "tied"))).filter(value -> value != 0).toArray();
    var theirs = WilcoxonSignedRankTest.withDefaults().test(differences);
    assertThat(theirs.hasTiedValues()).isTrue();
    assertClose(Wilcoxon.of(differences).p(), theirs.getPValue(), 1e-12);
  }

  @Test
  void tailsOfDistributionsAgree() {
    for (double x : new double[] {0.1, 0.5, 1, 2, 3.5, 10, 40}) {
      for (int degrees : new int[] {1, 2, 3, 9, 30, 299}) {
        assertClose(
            Distributions.studentTwoSided(x, degrees),
            2 * TDistribution.of(degrees).survivalProbability(x),
            1e-11);
        assertClose(
            Distributions.chiSquaredUpper(x, degrees),
            ChiSquaredDistribution.of(degrees).survivalProbability(x),
            1e-11);
        assertClose(
            Distributions.fisherUpper(x, degrees, 2.0 * degrees),
            FDistribution.of(degrees, 2.0 * degrees).survivalProbability(x),
            1e-11);
      }
    }
  }

  /** Where version 1.1 has lost 4 digits of 1 − p, and the distribution has a closed form. */
  @Test
  void studentNearZeroIsExact() {
    double t = 1e-6;
    assertThat(Distributions.studentTwoSided(t, 1))
        .isCloseTo(1 - 2 / StrictMath.PI * StrictMath.atan(t), within(1e-15));
    assertThat(Distributions.studentTwoSided(t, 2))
        .isCloseTo(1 - t / Math.sqrt(2 + t * t), within(1e-15));
  }

  @Test
  void criticalValuesOfStudentAgree() {
    for (double degrees : new double[] {1, 2.5, 9, 100}) {
      assertThat(Distributions.studentCritical(0.05, degrees))
          .isCloseTo(TDistribution.of(degrees).inverseSurvivalProbability(0.025), within(1e-8));
    }
  }

  private static double[] draws(int size, String name) {
    var draws = CountedDraws.of(11, "test", name, 0);
    return IntStream.range(0, size).mapToDouble(i -> draws.normal(i) + 0.2).toArray();
  }

  private static double[] rounded(double[] values) {
    return Arrays.stream(values).map(value -> Math.rint(value * 10) / 10).toArray();
  }
}

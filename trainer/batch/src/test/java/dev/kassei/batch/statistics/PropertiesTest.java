package dev.kassei.batch.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kassei.engine.random.Permutation;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for all samples, with few distinct values so that ties are common. */
class PropertiesTest {
  @Provide
  Arbitrary<double[]> samples() {
    return Arbitraries.integers()
        .between(-8, 8)
        .map(i -> i / 10.0)
        .array(double[].class)
        .ofMinSize(2)
        .ofMaxSize(24);
  }

  @Provide
  Arbitrary<double[]> probabilities() {
    return Arbitraries.doubles().between(0, 1).array(double[].class).ofMaxSize(12);
  }

  @Property(tries = 200)
  void cliffsDeltaIsAntisymmetric(@ForAll("samples") double[] a, @ForAll("samples") double[] b) {
    assertThat(Dominance.of(a, b).delta()).isEqualTo(0 - Dominance.of(b, a).delta());
    assertThat(Dominance.of(a, b).probability() + Dominance.of(b, a).probability())
        .isCloseTo(1, within(1e-15));
  }

  @Property(tries = 200)
  void testsTreatBothSidesAlike(@ForAll("samples") double[] a) {
    assertThat(Wilcoxon.of(negative(a)).p()).isEqualTo(Wilcoxon.of(a).p());
    assertThat(TTest.paired(negative(a)).p()).isCloseTo(TTest.paired(a).p(), within(1e-12));
  }

  @Property(tries = 200)
  void orderOfTheValuesDoesNotMatter(@ForAll("samples") double[] a, @ForAll long key) {
    double[] shuffled =
        Arrays.stream(Permutation.of(a.length, key)).mapToDouble(i -> a[i]).toArray();
    var bootstrap = new Bootstrap(3, "order", 99);

    assertThat(Summary.of(shuffled)).isEqualTo(Summary.of(a));
    assertThat(Wilcoxon.of(shuffled)).isEqualTo(Wilcoxon.of(a));
    assertThat(TTest.resampled(shuffled, 0.25)).isEqualTo(TTest.resampled(a, 0.25));
    assertThat(bootstrap.meanInterval(shuffled, 0.9)).isEqualTo(bootstrap.meanInterval(a, 0.9));
    assertThat(BayesianSignedRank.of(shuffled, 0.1, 1, "order", 99))
        .isEqualTo(BayesianSignedRank.of(a, 0.1, 1, "order", 99));
  }

  @Property(tries = 200)
  void holmKeepsTheOrderAndNeverLowersP(@ForAll("probabilities") double[] p) {
    double[] adjusted = Holm.adjust(p);
    for (int i = 0; i < p.length; i++) {
      assertThat(adjusted[i]).isBetween(p[i], 1.0);
      for (int j = 0; j < p.length; j++) {
        assertThat(p[i] < p[j] && adjusted[i] > adjusted[j]).isFalse();
      }
    }
  }

  @Property(tries = 200)
  void ranksAddUpWhateverTheTies(@ForAll("samples") double[] a) {
    double n = a.length;
    assertThat(Arrays.stream(Ranks.ascending(a)).sum()).isEqualTo(n * (n + 1) / 2);
    var wilcoxon = Wilcoxon.of(a);
    double zeros = wilcoxon.zeros();
    assertThat(wilcoxon.positiveRankSum() + wilcoxon.negativeRankSum())
        .isEqualTo((n * (n + 1) - zeros * (zeros + 1)) / 2);
  }

  @Property(tries = 200)
  void aBootstrapIntervalLiesWithinTheData(@ForAll("samples") double[] a) {
    var summary = Summary.of(a);
    var interval = new Bootstrap(5, "within", 99).meanInterval(a, 0.9);
    assertThat(interval.lower()).isGreaterThanOrEqualTo(summary.minimum() - 1e-12);
    assertThat(interval.upper()).isLessThanOrEqualTo(summary.maximum() + 1e-12);
  }

  @Property(tries = 100)
  void exactWilcoxonCountsSigns(@ForAll("samples") double[] a) {
    double[] few = Arrays.copyOf(a, Math.min(a.length, 10));
    assertThat(Wilcoxon.of(few).p()).isCloseTo(byCounting(few), within(1e-12));
  }

  /** The share of all ways to put signs with a rank sum as far from the middle, or farther. */
  private static double byCounting(double[] differences) {
    double[] ranks = Ranks.ascending(Arrays.stream(differences).map(Math::abs).toArray());
    double[] signed = Wilcoxon.ranksOfOthersThanZero(differences, ranks);
    double middle = Arrays.stream(signed).sum() / 2;
    double distance = Math.abs(Wilcoxon.of(differences).positiveRankSum() - middle);
    int ways = 1 << signed.length;
    long far =
        IntStream.range(0, ways)
            .filter(signs -> Math.abs(rankSum(signed, signs) - middle) >= distance)
            .count();
    return (double) far / ways;
  }

  private static double rankSum(double[] ranks, int signs) {
    return IntStream.range(0, ranks.length)
        .filter(i -> (signs >> i & 1) == 1)
        .mapToDouble(i -> ranks[i])
        .sum();
  }

  private static double[] negative(double[] values) {
    return Arrays.stream(values).map(value -> -value).toArray();
  }
}

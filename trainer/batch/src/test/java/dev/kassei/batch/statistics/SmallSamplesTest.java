package dev.kassei.batch.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** None, one, two values; all equal; NaN; infinities. */
class SmallSamplesTest {
  private static final double[] NONE = {};
  private static final double[] ONE = {0.25};
  private static final double[] TIES = {0.1, 0.1, 0.1};
  private static final double[] ZEROS = {0, -0.0, 0};
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final Bootstrap BOOTSTRAP = new Bootstrap(1, "test", 199);

  static List<ThrowingCallable> uses(double[] x) {
    return List.of(
        () -> Summary.of(x),
        () -> Summary.mean(x),
        () -> Summary.standardDeviation(x),
        () -> Summary.median(x),
        () -> Summary.interquartileMean(x),
        () -> Wilcoxon.of(x),
        () -> Dominance.of(x, ONE),
        () -> Dominance.of(ONE, x),
        () -> TTest.paired(x),
        () -> BOOTSTRAP.meanInterval(x, 0.95),
        () -> BOOTSTRAP.medianInterval(x, 0.95),
        () -> BOOTSTRAP.interquartileMeanInterval(new double[][] {x}, 0.95));
  }

  static List<ThrowingCallable> withoutValues() {
    return uses(NONE);
  }

  static List<ThrowingCallable> withNaN() {
    return uses(new double[] {1, Double.NaN, 3});
  }

  @ParameterizedTest
  @MethodSource("withoutValues")
  void noValuesAreRefused(ThrowingCallable use) {
    assertThatThrownBy(use)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("expected at least [12] values but was given 0");
  }

  @ParameterizedTest
  @MethodSource("withNaN")
  void nanIsRefused(ThrowingCallable use) {
    assertThatThrownBy(use)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("value 2 is NaN; decide first what a failed trial counts as");
  }

  @Test
  void nanIsRefusedAmongRanksAndPValuesAndBayesianDifferences() {
    double[] withNaN = {Double.NaN};
    assertThatThrownBy(() -> Ranks.ascending(withNaN)).hasMessageContaining("value 1 is NaN");
    assertThatThrownBy(() -> Holm.adjust(withNaN)).hasMessageContaining("but was NaN");
    assertThatThrownBy(() -> BayesianSignedRank.of(withNaN, 0, 1, "", 1))
        .hasMessageContaining("value 1 is NaN");
  }

  @Test
  void infinityLeavesNoMean() {
    assertThatThrownBy(() -> Summary.mean(new double[] {1, INFINITY}))
        .hasMessageStartingWith("value 2 is Infinity and leaves no mean");
  }

  @Test
  void infinitiesHaveOrder() {
    double[] losses = {0.5, INFINITY, 0.25, INFINITY};
    assertThat(Summary.quantile(losses, 0.25)).isEqualTo(0.4375);
    assertThat(Summary.median(losses)).isEqualTo(INFINITY);
    assertThat(Summary.quantile(losses, 1)).isEqualTo(INFINITY);
    assertThat(Summary.median(new double[] {-INFINITY, 1})).isEqualTo(-INFINITY);
    assertThat(Summary.median(new double[] {-INFINITY, INFINITY})).isEqualTo(0);
    assertThat(Ranks.bestFirst(losses, Scoring.LOSS)).containsExactly(2, 3.5, 1, 3.5);
  }

  @Test
  void oneValueHasNoSpreadAndAnUnboundedMean() {
    assertThat(Summary.of(ONE)).isEqualTo(new Summary(1, .25, 0, .25, .25, .25, .25, .25));
    assertThat(BOOTSTRAP.meanInterval(ONE, 0.9)).isEqualTo(Interval.unbounded(0.9));
    assertThat(BOOTSTRAP.medianInterval(ONE, 0.9)).isEqualTo(Interval.unbounded(0.9));
    assertThat(TTest.paired(ONE)).isEqualTo(new TTest(0.25, 0, 0, 0, 1));
    assertThat(TTest.paired(ONE).interval(0.9)).isEqualTo(Interval.unbounded(0.9));
    assertThat(Wilcoxon.of(ONE).p()).isEqualTo(1);
  }

  @Test
  void twoPairsCannotShowAnything() {
    assertThat(Wilcoxon.of(new double[] {1, 2}).p()).isEqualTo(0.5);
  }

  @Test
  void equalValuesHaveTheirMeanExactlyAndNoSpread() {
    assertThat(Summary.mean(TIES)).isEqualTo(0.1);
    assertThat(Summary.standardDeviation(TIES)).isEqualTo(0);
    assertThat(BOOTSTRAP.meanInterval(TIES, 0.95)).isEqualTo(new Interval(0.1, 0.1, 0.95));
    assertThat(Dominance.of(TIES, TIES)).isEqualTo(new Dominance(0, 9, 0));
    assertThat(Dominance.of(TIES, TIES).probability()).isEqualTo(0.5);
    assertThat(TTest.paired(TIES).p()).isEqualTo(0);
  }

  @Test
  void zerosAreNoEvidence() {
    assertThat(Wilcoxon.of(ZEROS)).isEqualTo(new Wilcoxon(3, 3, 0, 0, 1, true));
    assertThat(Wilcoxon.of(new double[200]).p()).isEqualTo(1);
    assertThat(TTest.paired(ZEROS).p()).isEqualTo(1);
    assertThat(BayesianSignedRank.of(ZEROS, 0, 1, "", 100))
        .isEqualTo(new BayesianSignedRank(0, 1, 0));
  }

  @Test
  void friedmanTakesTiesAndAgreementEverywhere() {
    var tied = Friedman.of(new double[][] {{1, 1, 1}, {2, 2, 2}}, Scoring.LOSS);
    assertThat(tied.p()).isEqualTo(1);
    assertThat(tied.tieCorrectedP()).isEqualTo(1);
    assertThat(tied.meanRanks()).containsExactly(2, 2, 2);

    var agreeing = Friedman.of(new double[][] {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}, Scoring.LOSS);
    assertThat(agreeing.f()).isEqualTo(INFINITY);
    assertThat(agreeing.p()).isEqualTo(1 / 36.0);

    var single = Friedman.of(new double[][] {{1, 2, 3}}, Scoring.LOSS);
    assertThat(single.p()).isEqualTo(1);
  }

  @Test
  void holmOfNoneIsNone() {
    assertThat(Holm.adjust(NONE)).isEmpty();
  }

  @Test
  void bayesianWithoutDataIsThePrior() {
    assertThat(BayesianSignedRank.of(NONE, 0.1, 1, "", 10))
        .isEqualTo(new BayesianSignedRank(0, 1, 0));
  }
}

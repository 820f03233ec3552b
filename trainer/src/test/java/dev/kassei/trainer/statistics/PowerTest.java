package dev.kassei.trainer.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PowerTest {
  @Test
  void theSmallestPHalvesWithEachPair() {
    assertThat(Power.smallestP(0)).isEqualTo(1);
    assertThat(Power.smallestP(1)).isEqualTo(1);
    assertThat(Power.smallestP(6)).isEqualTo(0.03125);
    assertThat(Wilcoxon.of(new double[] {1, 2, 3, 4, 5, 6}).p()).isEqualTo(0.03125);
  }

  @Test
  void fivePercentTakeSixPairs() {
    assertThat(Power.pairsToReach(0.05)).isEqualTo(6);
    assertThat(Power.pairsToReach(0.05 / 66)).isEqualTo(12);
  }

  @Test
  void aMediumEffectTakesThirtyFivePairs() {
    assertThat(Power.pairsNeeded(0.5, 0.05, 0.8)).as("G*Power 3: 35").hasValue(35);
    assertThat(Power.pairsNeeded(-0.5, 0.05, 0.8)).hasValue(35);
  }

  @Test
  void aLargeEffectStillTakesThePairsThatReachTheLevel() {
    assertThat(Power.pairsNeeded(100, 0.05, 0.8)).hasValue(6);
    assertThat(Power.pairsNeeded(Double.POSITIVE_INFINITY, 0.05, 0.8)).hasValue(6);
  }

  @Test
  void noEffectIsNeverFound() {
    assertThat(Power.pairsNeeded(0, 0.05, 0.8)).isEmpty();
    assertThat(Power.splitsNeeded(0, 0.1, 0.05, 0.8)).isEmpty();
  }

  @Test
  void theEffectFoundIsTheInverseOfThePairsNeeded() {
    for (int pairs : new int[] {6, 10, 35, 200}) {
      double effect = Power.effectFound(pairs, 0.05, 0.8).orElseThrow();
      assertThat(Power.pairsNeeded(effect * 1.0001, 0.05, 0.8)).hasValue(pairs);
    }
    assertThat(Power.effectFound(5, 0.05, 0.8)).isEmpty();
    double effect = Power.effectFoundBySplits(133, 0.25, 0.05, 0.8).orElseThrow();
    assertThat(Power.splitsNeeded(effect * 1.0001, 0.25, 0.05, 0.8)).hasValue(133);
  }

  @Test
  void splitsOfFewDataDoNotSuffice() {
    assertThat(Power.splitsNeeded(0.5, 0.25, 0.05, 0.8)).isEmpty();
    assertThat(Power.splitsNeeded(2, 0.25, 0.05, 0.8)).hasValue(133);
    assertThat(Power.splitsNeeded(2, 1e-9, 0.05, 0.8)).hasValue(4);
  }
}

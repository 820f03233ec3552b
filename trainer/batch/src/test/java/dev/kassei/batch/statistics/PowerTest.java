package dev.kassei.batch.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kassei.engine.random.CountedDraws;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    assertThat(Power.splitsNeeded(effect * 1.00001, 0.25, 0.05, 0.8)).hasValue(133);
  }

  @Test
  void splitsOfFewDataDoNotSuffice() {
    assertThat(Power.splitsNeeded(1.3, 0.25, 0.05, 0.8)).isEmpty();
    assertThat(Power.splitsNeeded(2, 0.25, 0.05, 0.8)).hasValue(9);
    assertThat(Power.effectFoundBySplits(1, 0.25, 0.05, 0.8)).isEmpty();
  }

  /** G*Power 3 has 34 pairs for d = 0.5, and 0.808 as their power. */
  @Test
  void withoutSharedRowsItIsThePowerOfStudentsTest() {
    assertThat(Power.splitsNeeded(0.5, 0, 0.05, 0.8)).hasValue(34);
    assertThat(Power.powerOfSplits(34, 0.5, 0, 0.05)).isCloseTo(0.8078, within(1e-4));
    assertThat(Power.powerOfSplits(34, 0, 0, 0.05)).isCloseTo(0.05, within(1e-9));
  }

  /** With one degree of freedom as with a thousand, at strict levels as at common ones. */
  @ParameterizedTest
  @CsvSource({
    "2, 0.5, 0.05",
    "2, 0.5, 0.0056",
    "3, 0.1111, 0.05",
    "12, 0.5, 0.05",
    "12, 0.3333, 0.0056",
    "100, 0.5, 0.05",
    "1000, 0.5, 0.0167"
  })
  void thePlannedEffectIsFoundInFourOfFiveSimulations(int splits, double ratio, double level) {
    double effect = Power.effectFoundBySplits(splits, ratio, level, 0.8).orElseThrow();
    double found =
        share(run -> TTest.resampled(improvements(run, splits, ratio, effect), ratio).p(), level);
    assertThat(found).isCloseTo(0.8, within(0.02));
  }

  /** An approximation: the few sums of ranks do not use up the level. */
  @ParameterizedTest
  @CsvSource({
    "6, 0.05",
    "7, 0.05",
    "8, 0.05",
    "10, 0.05",
    "12, 0.05",
    "12, 0.0056",
    "30, 0.05",
    "30, 0.0056"
  })
  void thePlannedEffectIsFoundBySignedRanks(int pairs, double level) {
    double effect = Power.effectFound(pairs, level, 0.8).orElseThrow();
    double found = share(run -> Wilcoxon.of(improvements(run, pairs, 0, effect)).p(), level);
    assertThat(found).isCloseTo(0.8, within(0.05));
  }

  private static double share(IntToDoubleFunction p, double level) {
    int runs = 4000;
    return (double) IntStream.range(0, runs).filter(run -> p.applyAsDouble(run) <= level).count()
        / runs;
  }

  /**
   * Improvements of splits whose spread is 1 around a common part, as the corrected test has it.
   */
  private static double[] improvements(int run, int splits, double ratio, double effect) {
    CountedDraws draws = CountedDraws.of(1, "power", splits + " " + ratio + " " + effect, run);
    double common = effect + Math.sqrt(ratio) * draws.normal(0);
    return IntStream.rangeClosed(1, splits).mapToDouble(i -> common + draws.normal(i)).toArray();
  }
}

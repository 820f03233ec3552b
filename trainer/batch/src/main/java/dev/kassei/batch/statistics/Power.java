package dev.kassei.batch.statistics;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.engine.random.StandardNormal;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What a number of pairs can show, and how many would be needed. */
public final class Power {
  /** The asymptotic efficiency of the signed-rank test for normal differences, 3/π. */
  private static final double EFFICIENCY = 0.954929658551372;

  private static final int LARGEST = 1_000_000;

  private Power() {}

  /** The smallest two-sided p of a signed-rank or sign test: all n pairs favour one side, 2¹⁻ⁿ. */
  public static double smallestP(int pairs) {
    require(pairs >= 0, "expected a number of pairs but was given %s", pairs);
    return pairs == 0 ? 1 : Math.scalb(1.0, 1 - pairs);
  }

  /** The number of pairs with which p can reach a level at all. */
  public static int pairsToReach(double level) {
    Values.requireProbability("a level", level);
    int pairs = 1;
    while (smallestP(pairs) > level) {
      pairs++;
    }
    return pairs;
  }

  /**
   * The number of pairs with which a two-sided signed-rank test finds an effect.
   *
   * <p>n = ((z_{1−α/2} + z_{power}) / d)² + z²_{1−α/2} / 2 for the t test (W. C. Guenther, Sample
   * size formulas for normal theory t tests, The American Statistician 35 (1981)), divided by the
   * efficiency 3/π of the signed-rank test (E. J. G. Pitman, 1948). The fewest pairs, {@link
   * #pairsToReach}, find an effect only if all of them favour one side. For roughly normal
   * differences.
   *
   * @param effect the mean difference divided by the standard deviation of differences, d
   * @param level the level α, after any adjustment for several comparisons
   * @param power the probability to find the effect, such as 0.8
   * @return nothing if the effect is 0 or takes more than a million pairs
   */
  public static OptionalInt pairsNeeded(double effect, double level, double power) {
    double needed = Math.ceil(normalTheoryPairs(effect, level, power) / EFFICIENCY);
    if (needed > LARGEST) {
      return OptionalInt.empty();
    }
    int least = pairsToReach(level);
    boolean isLeastEnough = Math.abs(effect) >= effectOnOneSide(least, power);
    return OptionalInt.of(Math.max((int) needed, isLeastEnough ? least : least + 1));
  }

  /**
   * The number of random splits of the same finite data with which the corrected resampled t test
   * finds an effect. Under the assumption of that test t is noncentral with δ = effect / √(1/J +
   * test rows / training rows).
   *
   * @param effect as for {@link #pairsNeeded}
   * @param testToTraining the number of test rows divided by that of training rows
   * @return nothing if no number of splits up to a million suffices, since the data are too few
   */
  public static OptionalInt splitsNeeded(
      double effect, double testToTraining, double level, double power) {
    requireEffect(effect);
    int enough = 2;
    while (enough < LARGEST && powerOfSplits(enough, effect, testToTraining, level) < power) {
      enough = Math.min(2 * enough, LARGEST);
    }
    if (powerOfSplits(enough, effect, testToTraining, level) < power) {
      return OptionalInt.empty();
    }
    int tooFew = enough / 2;
    while (enough - tooFew > 1) {
      int middle = (tooFew + enough) / 2;
      boolean suffices = powerOfSplits(middle, effect, testToTraining, level) >= power;
      enough = suffices ? middle : enough;
      tooFew = suffices ? tooFew : middle;
    }
    return OptionalInt.of(enough);
  }

  /**
   * The probability with which the corrected resampled t test finds an effect.
   *
   * @param splits at least 2
   */
  static double powerOfSplits(int splits, double effect, double testToTraining, double level) {
    return new NoncentralT(splits - 1, level).power(effect / correctedRoot(splits, testToTraining));
  }

  private static double correctedRoot(int splits, double testToTraining) {
    return Math.sqrt(1.0 / splits + testToTraining);
  }

  /**
   * The smallest effect that a number of pairs finds: the inverse of {@link #pairsNeeded}.
   *
   * @return nothing if they find none, however large
   */
  public static OptionalDouble effectFound(int pairs, double level, double power) {
    int least = pairsToReach(level);
    if (pairs < least) {
      return OptionalDouble.empty();
    }
    double effect = normalTheoryEffect(pairs * EFFICIENCY, level, power);
    return OptionalDouble.of(
        pairs == least ? Math.max(effect, effectOnOneSide(pairs, power)) : effect);
  }

  /** The effect with which all of so many normal differences favour one side. */
  private static double effectOnOneSide(int pairs, double power) {
    return StandardNormal.inverse(StrictMath.pow(power, 1.0 / pairs));
  }

  /**
   * The smallest effect that a number of random splits finds: the inverse of {@link #splitsNeeded}.
   *
   * @return nothing if there are fewer than two, which leave nothing to test
   */
  public static OptionalDouble effectFoundBySplits(
      int splits, double testToTraining, double level, double power) {
    return splits < 2
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            new NoncentralT(splits - 1, level).noncentrality(power)
                * correctedRoot(splits, testToTraining));
  }

  /** For as many pairs as reach the level, which are more than z²/2. */
  private static double normalTheoryEffect(double pairs, double level, double power) {
    double critical = StandardNormal.inverse(1 - level / 2);
    double rest = pairs - critical * critical / 2;
    return (critical + StandardNormal.inverse(power)) / Math.sqrt(rest);
  }

  private static double normalTheoryPairs(double effect, double level, double power) {
    requireEffect(effect);
    Values.requireProbability("a level", level);
    Values.requireProbability("power", power);
    double critical = StandardNormal.inverse(1 - level / 2);
    double root = (critical + StandardNormal.inverse(power)) / effect;
    return root * root + critical * critical / 2;
  }

  private static void requireEffect(double effect) {
    require(!Double.isNaN(effect), "expected an effect size but was given NaN");
  }
}

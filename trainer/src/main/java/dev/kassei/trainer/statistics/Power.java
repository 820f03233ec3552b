package dev.kassei.trainer.statistics;

import static dev.kassei.api.Requirements.require;

import dev.kassei.trainer.engine.random.StandardNormal;
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
   * efficiency 3/π of the signed-rank test (E. J. G. Pitman, 1948), and at least {@link
   * #pairsToReach}. For roughly normal differences.
   *
   * @param effect the mean difference divided by the standard deviation of differences, d
   * @param level the level α, after any adjustment for several comparisons
   * @param power the probability to find the effect, such as 0.8
   * @return nothing if the effect is 0 or takes more than a million pairs
   */
  public static OptionalInt pairsNeeded(double effect, double level, double power) {
    double needed = Math.ceil(normalTheoryPairs(effect, level, power) / EFFICIENCY);
    return needed <= LARGEST
        ? OptionalInt.of(Math.max((int) needed, pairsToReach(level)))
        : OptionalInt.empty();
  }

  /**
   * The number of random splits of the same finite data with which the corrected resampled t test
   * finds an effect: J with 1/J + ratio ≤ 1/n, where n is the number of independent pairs needed.
   *
   * @param effect as for {@link #pairsNeeded}
   * @param testToTraining the number of test rows divided by that of training rows
   * @return nothing if no number of splits suffices, since the data are too few
   */
  public static OptionalInt splitsNeeded(
      double effect, double testToTraining, double level, double power) {
    double share = 1 / normalTheoryPairs(effect, level, power) - testToTraining;
    double needed = share <= 0 ? Double.POSITIVE_INFINITY : Math.ceil(1 / share);
    return needed <= LARGEST ? OptionalInt.of(Math.max((int) needed, 2)) : OptionalInt.empty();
  }

  /**
   * The smallest effect that a number of pairs finds: the inverse of {@link #pairsNeeded}.
   *
   * @return nothing if they find none, however large
   */
  public static OptionalDouble effectFound(int pairs, double level, double power) {
    return pairs < pairsToReach(level)
        ? OptionalDouble.empty()
        : normalTheoryEffect(pairs * EFFICIENCY, level, power);
  }

  /**
   * The smallest effect that a number of random splits finds: the inverse of {@link #splitsNeeded}.
   *
   * @return nothing if they find none, however large
   */
  public static OptionalDouble effectFoundBySplits(
      int splits, double testToTraining, double level, double power) {
    return splits < 2
        ? OptionalDouble.empty()
        : normalTheoryEffect(1 / (1.0 / splits + testToTraining), level, power);
  }

  private static OptionalDouble normalTheoryEffect(double pairs, double level, double power) {
    double critical = StandardNormal.inverse(1 - level / 2);
    double rest = pairs - critical * critical / 2;
    return rest <= 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((critical + StandardNormal.inverse(power)) / Math.sqrt(rest));
  }

  private static double normalTheoryPairs(double effect, double level, double power) {
    require(!Double.isNaN(effect), "expected an effect size but was given NaN");
    Values.requireProbability("a level", level);
    Values.requireProbability("power", power);
    double critical = StandardNormal.inverse(1 - level / 2);
    double root = (critical + StandardNormal.inverse(power)) / effect;
    return root * root + critical * critical / 2;
  }
}

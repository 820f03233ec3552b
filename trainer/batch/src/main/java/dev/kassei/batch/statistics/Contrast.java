package dev.kassei.batch.statistics;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * One method against the reference on one data set, seed by seed.
 *
 * @param seeds the number of paired trials
 * @param wins the number of seeds with which the method is the better
 * @param losses the number of seeds with which the reference is the better
 * @param difference by how much the method is better: the mean improvement, or the median
 *     improvement where a failed trial is infinitely bad
 * @param spread the standard deviation of improvements; without a mean, the distance between their
 *     quartiles divided by 1.349, which is the standard deviation of normal improvements
 * @param interval of the difference
 * @param dominance over all pairs of a trial of the method and one of the reference; {@code
 *     greater} counts those in which the method is the better
 * @param isBetter whether what the test found speaks for the method
 * @param p of the test
 * @param adjustedP p after Holm over all comparisons that answer one question
 * @param equivalenceP of the tests for practical equivalence
 * @param adjustedEquivalenceP the same after Holm
 */
public record Contrast(
    String name,
    int seeds,
    int wins,
    int losses,
    int bothFailed,
    double difference,
    double spread,
    Interval interval,
    Dominance dominance,
    boolean isBetter,
    double p,
    double adjustedP,
    double equivalenceP,
    double adjustedEquivalenceP) {
  private static final double NORMAL_QUARTILES = 1.3489795003921634;
  private static final double POWER = 0.8;

  /** Compares scores, paired by seed, with NaN for a failed trial. */
  static Contrast of(
      String name, double[] scores, double[] reference, Comparison comparison, Design design) {
    Scoring scoring = comparison.scoring();
    double[] improvements = scoring.improvements(scores, reference);
    Evidence evidence = evidence(improvements, design);
    Interval interval =
        interval(name, improvements, comparison, design).rounded(largest(improvements));
    int wins = (int) Arrays.stream(improvements).filter(improvement -> improvement > 0).count();
    int losses = (int) Arrays.stream(improvements).filter(improvement -> improvement < 0).count();
    double difference = scoring.hasMean() ? mean(improvements) : Summary.median(improvements);
    double equivalenceP = equivalenceP(scores, reference, improvements, comparison, design);
    return new Contrast(
        name,
        improvements.length,
        wins,
        losses,
        bothFailed(scores, reference),
        difference,
        spread(improvements, scoring),
        scoring.possibleImprovement(interval),
        dominance(scoring, scores, reference),
        evidence.isBetter(),
        evidence.p(),
        evidence.p(),
        equivalenceP,
        equivalenceP);
  }

  private static int bothFailed(double[] scores, double[] reference) {
    return (int)
        IntStream.range(0, scores.length)
            .filter(i -> Double.isNaN(scores[i]) && Double.isNaN(reference[i]))
            .count();
  }

  /** A failed trial says nothing of equality, least of all beside another one. */
  static double equivalenceP(
      double[] scores,
      double[] reference,
      double[] improvements,
      Comparison comparison,
      Design design) {
    Scoring scoring = comparison.scoring();
    return scoring.failures(scores) + scoring.failures(reference) > 0
        ? 1
        : Equivalence.p(improvements, comparison.region(), design.testToTraining());
  }

  /** The number of seeds with which neither is the better. */
  public int ties() {
    return seeds - wins - losses;
  }

  /** Whether both have the same score with every seed. */
  public boolean isTied() {
    return wins == 0 && losses == 0;
  }

  /** Whether the spread of improvements is known, and they do spread. */
  public boolean hasSpread() {
    return seeds >= 2 && spread > 0 && Double.isFinite(spread);
  }

  /**
   * Whether the test speaks for one and the number of seeds or the centre for the other, as when
   * few improvements are large and many losses small.
   */
  public boolean isMixed() {
    double difference = isBetter ? this.difference : -this.difference;
    int ahead = isBetter ? wins - losses : losses - wins;
    return difference < 0 || ahead < 0;
  }

  /** Whether the tests speak for practical equivalence. */
  public boolean isNegligible(Comparison comparison) {
    return adjustedEquivalenceP <= comparison.equivalenceAlpha();
  }

  /** Whether neither a difference nor practical equivalence was found. */
  boolean isUndecided(Comparison comparison) {
    return adjustedP > comparison.alpha() && !isNegligible(comparison);
  }

  /** The same with other adjusted p values. */
  Contrast adjusted(double adjustedP, double adjustedEquivalenceP) {
    return new Contrast(
        name,
        seeds,
        wins,
        losses,
        bothFailed,
        difference,
        spread,
        interval,
        dominance,
        isBetter,
        p,
        adjustedP,
        equivalenceP,
        adjustedEquivalenceP);
  }

  /**
   * The number of seeds with which a difference would be found with a probability of 80 %, if
   * improvements spread as they do now; nothing where no number suffices.
   *
   * @param sought above 0 and finite
   */
  public OptionalInt seedsNeeded(double sought, double level, Design design) {
    double effect = sought / spread;
    if (design instanceof Design.Resplit resplit) {
      return Power.splitsNeeded(effect, resplit.testToTraining(), level, POWER);
    }
    return Power.pairsNeeded(effect, level, POWER);
  }

  /** The mean; 0 where it is but the rounding of improvements that cancel. */
  private static double mean(double[] improvements) {
    double mean = Summary.mean(improvements);
    return Math.abs(mean) < Scoring.ROUNDING * largest(improvements) ? 0 : mean;
  }

  private static double largest(double[] improvements) {
    return Arrays.stream(improvements).map(Math::abs).filter(Double::isFinite).max().orElse(0);
  }

  /**
   * What a test of improvements says.
   *
   * @param isBetter whether it speaks for the method
   */
  record Evidence(boolean isBetter, double p) {}

  /**
   * The signed-rank test, or the corrected resampled one. Where splits leave an infinite
   * improvement there is no mean to test, and where all improvements are equal, as those of few
   * small folds may be by chance, no spread: then nothing is claimed.
   */
  static Evidence evidence(double[] improvements, Design design) {
    if (design instanceof Design.Independent) {
      var wilcoxon = Wilcoxon.of(improvements);
      return new Evidence(wilcoxon.isPositive(), wilcoxon.p());
    }
    if (!hasSpread(improvements)) {
      return new Evidence(Summary.median(improvements) > 0, 1);
    }
    var test = TTest.resampled(improvements, design.testToTraining());
    return new Evidence(test.difference() > 0, test.p());
  }

  private static boolean hasSpread(double[] improvements) {
    return Arrays.stream(improvements).allMatch(Double::isFinite)
        && Summary.standardDeviation(improvements) > 0;
  }

  private static Interval interval(
      String name, double[] improvements, Comparison comparison, Design design) {
    double level = comparison.level();
    var bootstrap = new Bootstrap(comparison.seed(), name, Bootstrap.RESAMPLES);
    if (design instanceof Design.Resplit) {
      return hasSpread(improvements)
          ? TTest.resampled(improvements, design.testToTraining()).interval(level)
          : Interval.unbounded(level);
    }
    return comparison.scoring().hasMean()
        ? bootstrap.meanInterval(improvements, level)
        : bootstrap.medianInterval(improvements, level);
  }

  private static double spread(double[] improvements, Scoring scoring) {
    return scoring.hasMean()
        ? Summary.standardDeviation(improvements)
        : Location.quartileDistance(improvements) / NORMAL_QUARTILES;
  }

  private static Dominance dominance(Scoring scoring, double[] scores, double[] reference) {
    double[] tied =
        scoring.tied(
            Values.flatten(
                new double[][] {scoring.completed(scores), scoring.completed(reference)}));
    double[] a = Arrays.copyOf(tied, scores.length);
    double[] b = Arrays.copyOfRange(tied, scores.length, tied.length);
    return scoring.higherIsBetter() ? Dominance.of(a, b) : Dominance.of(b, a);
  }
}

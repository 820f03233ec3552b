package dev.kassei.trainer.statistics;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * One method against the reference on one data set, seed by seed.
 *
 * @param seeds the number of paired trials
 * @param wins the number of seeds with which the method is the better
 * @param losses the number of seeds with which the reference is the better
 * @param difference by how much the method is better: the mean gain, or the median gain where a
 *     failed trial is infinitely bad
 * @param spread the standard deviation of gains; without a mean, the distance between their
 *     quartiles divided by 1.349, which is the standard deviation of normal gains
 * @param interval of the difference
 * @param dominance over all pairs of a trial of the method and one of the reference; {@code
 *     greater} counts those in which the method is the better
 * @param isBetter whether what the test found speaks for the method
 * @param p of the test
 * @param adjustedP p after Holm over all contrasts of the data set
 */
public record Contrast(
    String name,
    int seeds,
    int wins,
    int losses,
    double difference,
    double spread,
    Interval interval,
    Dominance dominance,
    boolean isBetter,
    double p,
    double adjustedP) {
  private static final double NORMAL_QUARTILES = 1.3489795003921634;
  private static final double POWER = 0.8;

  /** Beyond that of gains, which have 36 bits. */
  private static final double ROUNDING = 0x1p-34;

  /** Compares scores, paired by seed, with NaN for a failed trial. */
  static Contrast of(
      String name, double[] scores, double[] reference, Comparison comparison, Design design) {
    Scoring scoring = comparison.scoring();
    double[] gains = scoring.gains(scores, reference);
    Evidence evidence = evidence(name, gains, comparison, design);
    int wins = (int) Arrays.stream(gains).filter(gain -> gain > 0).count();
    int losses = (int) Arrays.stream(gains).filter(gain -> gain < 0).count();
    double difference = scoring.hasMean() ? mean(gains) : Summary.median(gains);
    return new Contrast(
        name,
        gains.length,
        wins,
        losses,
        difference,
        spread(gains, scoring),
        evidence.interval(),
        dominance(scoring, scores, reference),
        evidence.isBetter(),
        evidence.p(),
        evidence.p());
  }

  /** Whether the spread of gains is known, and they do spread. */
  public boolean hasSpread() {
    return seeds >= 2 && spread > 0 && Double.isFinite(spread);
  }

  /**
   * Whether the test speaks for one and the number of seeds or the centre for the other, as when
   * few gains are large and many losses small.
   */
  public boolean isMixed() {
    double difference = isBetter ? this.difference : -this.difference;
    int ahead = isBetter ? wins - losses : losses - wins;
    return difference < 0 || ahead < 0;
  }

  /** Whether the whole interval lies within the region of practical equivalence. */
  boolean isNegligible(Comparison comparison) {
    return comparison.region() > 0 && interval.isWithin(comparison.region());
  }

  /** Whether neither a difference nor practical equivalence was found. */
  boolean isUndecided(Comparison comparison) {
    return adjustedP > comparison.alpha() && !isNegligible(comparison);
  }

  /** The same with another adjusted p value. */
  Contrast withAdjustedP(double adjusted) {
    return new Contrast(
        name, seeds, wins, losses, difference, spread, interval, dominance, isBetter, p, adjusted);
  }

  /**
   * The number of seeds with which a difference would be found with a probability of 80 %, if gains
   * spread as they do now; nothing where no number suffices.
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

  /** The mean; 0 where it is but the rounding of gains that cancel. */
  private static double mean(double[] gains) {
    double mean = Summary.mean(gains);
    double largest = Arrays.stream(gains).map(Math::abs).max().orElse(0);
    return Math.abs(mean) < ROUNDING * largest ? 0 : mean;
  }

  private record Evidence(Interval interval, boolean isBetter, double p) {}

  private static Evidence evidence(
      String name, double[] gains, Comparison comparison, Design design) {
    if (design instanceof Design.Resplit resplit) {
      return resampledEvidence(gains, resplit, comparison.level());
    }
    var wilcoxon = Wilcoxon.of(gains);
    var bootstrap = new Bootstrap(comparison.seed(), name, Bootstrap.RESAMPLES);
    Interval interval =
        comparison.scoring().hasMean()
            ? bootstrap.meanInterval(gains, comparison.level())
            : bootstrap.medianInterval(gains, comparison.level());
    return new Evidence(interval, wilcoxon.isPositive(), wilcoxon.p());
  }

  /** An infinite gain leaves no mean to test, so nothing is claimed. */
  private static Evidence resampledEvidence(double[] gains, Design.Resplit resplit, double level) {
    if (!Arrays.stream(gains).allMatch(Double::isFinite)) {
      return new Evidence(Interval.unbounded(level), Summary.median(gains) > 0, 1);
    }
    var test = TTest.resampled(gains, resplit.testToTraining());
    return new Evidence(test.interval(level), test.difference() > 0, test.p());
  }

  private static double spread(double[] gains, Scoring scoring) {
    return scoring.hasMean()
        ? Summary.standardDeviation(gains)
        : Location.quartileDistance(gains) / NORMAL_QUARTILES;
  }

  private static Dominance dominance(Scoring scoring, double[] scores, double[] reference) {
    double[] a = scoring.completed(scores);
    double[] b = scoring.completed(reference);
    return scoring.higherIsBetter() ? Dominance.of(a, b) : Dominance.of(b, a);
  }
}

package dev.kassei.batch.statistics;

import dev.kassei.results.text.Noun;
import java.util.Arrays;

/**
 * Where the only method lies that there is, with nothing to compare it with.
 *
 * @param scoring how the scores are read
 * @param repetition what a repetition is called
 * @param interval of the center; unbounded for a single repetition
 */
public record OneMethod(
    Scoring scoring, Design design, Noun repetition, Location location, Interval interval) {

  /**
   * Describes scores.
   *
   * @param scores one a repetition, at least one; NaN for a failed trial
   * @param level the coverage of the interval
   * @param seed of the resamples
   */
  public static OneMethod of(
      String name,
      double[] scores,
      Scoring scoring,
      Design design,
      Noun repetition,
      double level,
      long seed) {
    double[] completed = scoring.completed(scores);
    var bootstrap = new Bootstrap(seed, name, Bootstrap.RESAMPLES);
    Interval interval;
    if (design instanceof Design.Resplit resplit) {
      interval = resampled(completed, resplit, level);
    } else if (scoring.hasMean()) {
      interval = bootstrap.meanInterval(completed, level);
    } else {
      interval = bootstrap.medianInterval(completed, level);
    }
    return new OneMethod(
        scoring,
        design,
        repetition,
        Location.of(name, scores, scoring),
        scoring.possible(interval));
  }

  /** That of the mean; an infinite score leaves none. */
  private static Interval resampled(double[] scores, Design.Resplit resplit, double level) {
    return Arrays.stream(scores).allMatch(Double::isFinite)
        ? TTest.resampled(scores, resplit.testToTraining()).interval(level)
        : Interval.unbounded(level);
  }
}

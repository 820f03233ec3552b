package dev.kassei.batch.statistics;

/**
 * Where the scores of one method lie, failed trials included.
 *
 * @param center the mean, or the median where a failed trial is infinitely bad
 * @param spread the standard deviation, or the distance between the quartiles; infinite where a
 *     quartile is
 */
public record Location(String name, int trials, int failures, double center, double spread) {
  /** Describes scores with NaN for a failed trial, at least one. */
  public static Location of(String name, double[] scores, Scoring scoring) {
    double[] completed = scoring.completed(scores);
    double spread =
        scoring.hasMean() ? Summary.standardDeviation(completed) : quartileDistance(completed);
    return new Location(
        name, scores.length, scoring.failures(scores), scoring.center(scores), spread);
  }

  /** The distance between the quartiles; 0 where both are the same infinity. */
  static double quartileDistance(double[] values) {
    double lower = Summary.quantile(values, 0.25);
    double upper = Summary.quantile(values, 0.75);
    return lower == upper ? 0 : upper - lower;
  }
}

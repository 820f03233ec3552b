package dev.kassei.results.record;

/**
 * A method against the reference on one data set, repetition by repetition.
 *
 * @param difference by how much the method is better: the mean or the median of improvements, which
 *     are positive where the method is better whatever the metric
 * @param lower the lower end of the difference's interval
 * @param upper the upper end of the difference's interval
 * @param wins the number of repetitions in which the method is better
 * @param ties the number of repetitions in which neither is better
 * @param losses the number of repetitions in which the reference is better
 * @param probability that a trial of the method beats a trial of the reference, ties counting half
 * @param cliffsDelta the same from −1 to 1
 * @param p of the test
 * @param adjustedP p after Holm over all comparisons with the reference on single data sets, in all
 *     settings
 * @param equivalenceP of two one-sided tests for practical equivalence; 1 where nothing of the kind
 *     may be said
 * @param adjustedEquivalenceP the same after Holm
 * @param finding what it comes to
 */
public record ContrastRecord(
    double difference,
    double lower,
    double upper,
    int wins,
    int ties,
    int losses,
    double probability,
    double cliffsDelta,
    double p,
    double adjustedP,
    double equivalenceP,
    double adjustedEquivalenceP,
    Finding finding) {
  /** What a comparison comes to; in lower case in the file. */
  public enum Finding {
    /** The method is better. */
    BETTER,
    /** The reference is better. */
    WORSE,
    /** Two one-sided tests speak for an improvement within the region of practical equivalence. */
    EQUIVALENT,
    /** The data do not decide. */
    UNDECIDED
  }
}

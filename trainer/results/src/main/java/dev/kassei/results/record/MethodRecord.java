package dev.kassei.results.record;

import java.util.List;
import java.util.Optional;

/**
 * One method on one data set. In all numbers a failed trial counts as the worst score possible, and
 * an undecided one as what guessing scores.
 *
 * @param name the value of the compared axis
 * @param trials the number of trials that are compared, failed ones among them
 * @param failures the number of those that failed or diverged
 * @param undecided the number of those that completed without a score, as where all predictions are
 *     ties
 * @param center the mean or the median, as {@link ComparedRecord#center} says
 * @param spread the standard deviation, or the distance between the quartiles
 * @param lowerQuartile the score below which a quarter lies
 * @param upperQuartile the score above which a quarter lies
 * @param contrast the comparison with the reference; none for the reference itself
 * @param chosen what the tuning chose; empty without tuning
 * @param scores one a repetition or unit of those, in the same order for all methods; NaN for a
 *     failed trial
 */
public record MethodRecord(
    String name,
    int trials,
    int failures,
    int undecided,
    double center,
    double spread,
    double lowerQuartile,
    double upperQuartile,
    Optional<ContrastRecord> contrast,
    List<ChosenRecord> chosen,
    List<Double> scores) {
  public MethodRecord {
    chosen = List.copyOf(chosen);
    scores = List.copyOf(scores);
  }

  /** Whether there is but one score, which has no spread. */
  public boolean isSingle() {
    return scores.size() == 1;
  }
}

package dev.kassei.results.record;

import java.util.List;
import java.util.Optional;

/**
 * The comparison over data sets, of which each counts once: seeds and folds are averaged first.
 *
 * @param datasets the data sets on which all methods have results, in the order of the axis
 * @param friedman whether any method ranks differently at all
 * @param methods from the best mean rank to the worst
 * @param pairs all pairs of methods
 * @param cliques groups of methods in which no two differ, each from the best rank to the worst:
 *     the bars of the critical-difference diagram
 * @param criticalDifference of mean ranks, after Nemenyi
 */
public record AcrossRecord(
    List<String> datasets,
    Friedman friedman,
    List<Method> methods,
    List<Pair> pairs,
    List<List<String>> cliques,
    double criticalDifference) {
  /**
   * Friedman's test.
   *
   * @param chiSquared not corrected for ties
   * @param tieCorrectedChiSquared corrected for ties
   * @param tieCorrectedP its p value
   * @param f the statistic of Iman and Davenport
   * @param p its p value
   * @param permutationP by permutation of ranks within data sets, which is what verdicts go by
   */
  public record Friedman(
      double chiSquared,
      double tieCorrectedChiSquared,
      double tieCorrectedP,
      double f,
      double p,
      double permutationP) {}

  /**
   * A method over data sets.
   *
   * @param name the method
   * @param meanRank the mean place, 1 for the best
   * @param centers the mean or median on each data set
   * @param interquartileMean of all its scores; none where a failed trial is infinitely bad
   * @param bayesian the method against the reference; none for the reference itself
   */
  public record Method(
      String name,
      double meanRank,
      List<Double> centers,
      Optional<Estimate> interquartileMean,
      Optional<Bayesian> bayesian) {
    public Method {
      centers = List.copyOf(centers);
    }
  }

  /** A number with its interval. */
  public record Estimate(double value, double lower, double upper) {}

  /**
   * Probabilities of the Bayesian signed-rank test.
   *
   * @param worse that the method is worse than the reference
   * @param equivalent that they are equal within the region of practical equivalence
   * @param better that the method is better
   */
  public record Bayesian(double worse, double equivalent, double better) {}

  /**
   * Two methods over data sets.
   *
   * @param first one method
   * @param second the other
   * @param wins the number of data sets on which the first is better
   * @param ties the number of data sets on which neither is better
   * @param losses the number of data sets on which the second is better
   * @param p of the signed-rank test
   * @param adjustedP p after Holm over the comparisons that answer one question: those with the
   *     reference where one was fixed, else all pairs; over all settings
   * @param nemenyiP of the difference of mean ranks, after Nemenyi
   * @param differ whether they differ at the level of significance, by the test that was chosen
   */
  public record Pair(
      String first,
      String second,
      int wins,
      int ties,
      int losses,
      double p,
      double adjustedP,
      double nemenyiP,
      boolean differ) {}

  public AcrossRecord {
    datasets = List.copyOf(datasets);
    methods = List.copyOf(methods);
    pairs = List.copyOf(pairs);
    cliques = List.copyOf(cliques);
  }
}

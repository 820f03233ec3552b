package dev.kassei.trainer.statistics;

import static dev.kassei.api.Requirements.require;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The comparison of methods over data sets. Seeds and folds are averaged first, so a data set
 * counts once however many trials it has.
 *
 * @param centers data sets × methods: means over seeds, or medians where a failed trial is
 *     infinitely bad
 * @param postHoc how pairs are compared
 * @param criticalDifference of mean ranks, after Nemenyi
 * @param bayesian each method's gains over the reference, in the order of names; the reference
 *     itself is equivalent
 * @param interquartileMeans of all scores of each method, in the order of names; none where a
 *     failed trial is infinitely bad
 */
public record ManyDatasets(
    Comparison comparison,
    double[][] centers,
    Friedman friedman,
    PairwiseWilcoxon pairwise,
    PostHoc postHoc,
    double criticalDifference,
    List<BayesianSignedRank> bayesian,
    List<Estimate> interquartileMeans) {

  /** A number with its interval. */
  public record Estimate(double value, Interval interval) {}

  public ManyDatasets {
    bayesian = List.copyOf(bayesian);
    interquartileMeans = List.copyOf(interquartileMeans);
  }

  /** Compares, with Wilcoxon's tests for pairs. */
  public static ManyDatasets of(Comparison comparison, double[][][] scores) {
    return of(comparison, PostHoc.WILCOXON_HOLM, scores);
  }

  /**
   * Compares.
   *
   * @param scores data sets × methods × seeds; NaN for a failed trial
   */
  public static ManyDatasets of(Comparison comparison, PostHoc postHoc, double[][][] scores) {
    require(scores.length >= 1, "expected results on at least one data set but was given none");
    Arrays.stream(scores).forEach(each -> comparison.requireOneEach(each.length));
    Scoring scoring = comparison.scoring();
    double[][] centers =
        Arrays.stream(scores)
            .map(each -> Arrays.stream(each).mapToDouble(scoring::center).toArray())
            .toArray(double[][]::new);
    var friedman = Friedman.of(centers, scoring);
    return new ManyDatasets(
        comparison,
        centers,
        friedman,
        PairwiseWilcoxon.of(centers, scoring),
        postHoc,
        nemenyi(friedman).criticalDifference(comparison.alpha()),
        bayesian(comparison, centers),
        interquartileMeans(comparison, scores));
  }

  /** The bars of the critical-difference diagram, from the comparison of pairs. */
  public List<List<Integer>> cliques() {
    return Cliques.of(friedman.meanRanks(), this::differ);
  }

  /** The p value of two methods, adjusted for all pairs, by the comparison that was chosen. */
  public double adjustedP(int first, int second) {
    return postHoc == PostHoc.NEMENYI
        ? nemenyiP(first, second)
        : pairwise.pair(first, second).adjustedP();
  }

  /** The p value of the difference of two mean ranks after Nemenyi. */
  public double nemenyiP(int first, int second) {
    return nemenyi(friedman).p(friedman.meanRanks()[first] - friedman.meanRanks()[second]);
  }

  /** Whether two methods differ. */
  public boolean differ(int first, int second) {
    return adjustedP(first, second) <= comparison.alpha();
  }

  /** Whether what the comparison found speaks for the first of two methods. */
  boolean isBetter(int first, int second) {
    return postHoc == PostHoc.NEMENYI
        ? friedman.meanRanks()[first] < friedman.meanRanks()[second]
        : pairwise.pair(first, second).wilcoxon().isPositive();
  }

  private static Nemenyi nemenyi(Friedman friedman) {
    return new Nemenyi(friedman.datasets(), friedman.meanRanks().length);
  }

  /** The number of data sets. */
  public int datasets() {
    return centers.length;
  }

  private static List<BayesianSignedRank> bayesian(Comparison comparison, double[][] centers) {
    double[] reference = PairwiseWilcoxon.column(centers, comparison.reference());
    return IntStream.range(0, comparison.names().size())
        .mapToObj(
            i ->
                BayesianSignedRank.of(
                    comparison.scoring().gains(PairwiseWilcoxon.column(centers, i), reference),
                    comparison.region(),
                    comparison.seed(),
                    comparison.names().get(i),
                    BayesianSignedRank.DRAWS))
        .toList();
  }

  private static List<Estimate> interquartileMeans(Comparison comparison, double[][][] scores) {
    if (!comparison.scoring().hasMean()) {
      return List.of();
    }
    return IntStream.range(0, comparison.names().size())
        .mapToObj(i -> interquartileMean(comparison, scores, i))
        .toList();
  }

  private static Estimate interquartileMean(
      Comparison comparison, double[][][] scores, int method) {
    double[][] tasks =
        Arrays.stream(scores)
            .map(each -> comparison.scoring().completed(each[method]))
            .toArray(double[][]::new);
    String name = comparison.names().get(method);
    var bootstrap = new Bootstrap(comparison.seed(), name, Bootstrap.RESAMPLES);
    return new Estimate(
        Summary.interquartileMean(Values.flatten(tasks)),
        bootstrap.interquartileMeanInterval(tasks, comparison.level()));
  }
}

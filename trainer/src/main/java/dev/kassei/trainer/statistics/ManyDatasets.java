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
 * @param cliques the bars of the critical-difference diagram, from the Wilcoxon tests after Holm
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
    List<List<Integer>> cliques,
    double criticalDifference,
    List<BayesianSignedRank> bayesian,
    List<Estimate> interquartileMeans) {

  /** A number with its interval. */
  public record Estimate(double value, Interval interval) {}

  public ManyDatasets {
    cliques = List.copyOf(cliques);
    bayesian = List.copyOf(bayesian);
    interquartileMeans = List.copyOf(interquartileMeans);
  }

  /**
   * Compares.
   *
   * @param scores data sets × methods × seeds; NaN for a failed trial
   */
  public static ManyDatasets of(Comparison comparison, double[][][] scores) {
    require(scores.length >= 1, "expected results on at least one data set but was given none");
    Arrays.stream(scores).forEach(each -> comparison.requireOneEach(each.length));
    Scoring scoring = comparison.scoring();
    double[][] centers =
        Arrays.stream(scores)
            .map(each -> Arrays.stream(each).mapToDouble(scoring::center).toArray())
            .toArray(double[][]::new);
    var friedman = Friedman.of(centers, scoring);
    var pairwise = PairwiseWilcoxon.of(centers, scoring);
    return new ManyDatasets(
        comparison,
        centers,
        friedman,
        pairwise,
        Cliques.of(friedman.meanRanks(), (a, b) -> pairwise.differ(a, b, comparison.alpha())),
        new Nemenyi(scores.length, scores[0].length).criticalDifference(comparison.alpha()),
        bayesian(comparison, centers),
        interquartileMeans(comparison, scores));
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

package dev.kassei.batch.statistics;

import static dev.kassei.api.value.Requirements.require;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The comparison of methods over data sets. Seeds and folds are averaged first, so a data set
 * counts once however many trials it has.
 *
 * @param centers data sets × methods: means over seeds, or medians where a failed trial is
 *     infinitely bad
 * @param friedmanP of Friedman's test by permutation, which decides whether methods differ at all
 * @param postHoc how pairs are compared
 * @param family over which comparisons p values are adjusted
 * @param comparisons the number of these
 * @param equivalenceFamily the number of comparisons with the reference, over which p values of
 *     equivalence are adjusted
 * @param contrasts each method but the reference against it, in the order of names
 * @param criticalDifference of mean ranks, after Nemenyi
 * @param bayesian each method's improvements over the reference, in the order of names; the
 *     reference itself is equivalent
 * @param interquartileMeans of all scores of each method, in the order of names; none where a
 *     failed trial is infinitely bad
 */
public record ManyDatasets(
    Comparison comparison,
    double[][] centers,
    Friedman friedman,
    double friedmanP,
    PairwiseWilcoxon pairwise,
    PostHoc postHoc,
    Family family,
    int comparisons,
    int equivalenceFamily,
    List<Contrast> contrasts,
    double criticalDifference,
    List<BayesianSignedRank> bayesian,
    List<Estimate> interquartileMeans) {

  /** A number with its interval. */
  public record Estimate(double value, Interval interval) {}

  /**
   * A method against the reference.
   *
   * @param method its number
   * @param adjustedP of Wilcoxon's test, after Holm over the family
   * @param equivalenceP of the tests for practical equivalence of the mean improvement
   * @param adjustedEquivalenceP the same after Holm over the comparisons with the reference
   */
  public record Contrast(
      int method, double p, double adjustedP, double equivalenceP, double adjustedEquivalenceP) {}

  public ManyDatasets {
    contrasts = List.copyOf(contrasts);
    bayesian = List.copyOf(bayesian);
    interquartileMeans = List.copyOf(interquartileMeans);
  }

  /** Compares, with Wilcoxon's tests for all pairs. */
  public static ManyDatasets of(Comparison comparison, double[][][] scores) {
    return of(comparison, PostHoc.WILCOXON_HOLM, Family.ALL_PAIRS, scores);
  }

  /**
   * Compares.
   *
   * @param scores data sets × methods × seeds; NaN for a failed trial
   */
  public static ManyDatasets of(
      Comparison comparison, PostHoc postHoc, Family family, double[][][] scores) {
    require(scores.length >= 1, "expected results on at least one data set but was given none");
    Arrays.stream(scores).forEach(each -> comparison.requireOneEach(each.length));
    Scoring scoring = comparison.scoring();
    double[][] centers =
        Arrays.stream(scores)
            .map(each -> Arrays.stream(each).mapToDouble(scoring::center).toArray())
            .toArray(double[][]::new);
    var friedman = Friedman.of(centers, scoring);
    var pairwise = PairwiseWilcoxon.of(centers, scoring);
    var alone =
        new ManyDatasets(
            comparison,
            centers,
            friedman,
            FriedmanPermutation.p(centers, scoring, comparison.seed()),
            pairwise,
            postHoc,
            family,
            0,
            0,
            contrasts(comparison, centers, pairwise, scores),
            nemenyi(friedman).criticalDifference(comparison.alpha()),
            bayesian(comparison, centers),
            interquartileMeans(comparison, scores));
    return adjusted(List.of(alone)).get(0);
  }

  private static List<Contrast> contrasts(
      Comparison comparison, double[][] centers, PairwiseWilcoxon pairwise, double[][][] scores) {
    int reference = comparison.reference();
    return IntStream.range(0, comparison.names().size())
        .filter(method -> method != reference)
        .mapToObj(
            method -> {
              double p = pairwise.pair(method, reference).wilcoxon().p();
              double equivalenceP = equivalenceP(comparison, centers, scores, method);
              return new Contrast(method, p, p, equivalenceP, equivalenceP);
            })
        .toList();
  }

  /** A failed trial says nothing of equality, least of all beside another one. */
  private static double equivalenceP(
      Comparison comparison, double[][] centers, double[][][] scores, int method) {
    Scoring scoring = comparison.scoring();
    int reference = comparison.reference();
    boolean failed =
        Arrays.stream(scores)
            .anyMatch(
                each -> scoring.failures(each[method]) + scoring.failures(each[reference]) > 0);
    double[] improvements =
        scoring.improvements(
            PairwiseWilcoxon.column(centers, method), PairwiseWilcoxon.column(centers, reference));
    return failed ? 1 : Equivalence.p(improvements, comparison.region(), 0);
  }

  /**
   * The same with p values adjusted over the comparisons of all of them: those with the reference
   * if that is the family, and all pairs for the bars of the diagram and where no reference was
   * fixed.
   */
  public static List<ManyDatasets> adjusted(List<ManyDatasets> results) {
    List<PairwiseWilcoxon> pairwise =
        PairwiseWilcoxon.adjusted(results.stream().map(ManyDatasets::pairwise).toList());
    List<Contrast> all = results.stream().flatMap(each -> each.contrasts().stream()).toList();
    double[] p = Holm.adjust(all.stream().mapToDouble(Contrast::p).toArray());
    double[] equivalence = Holm.adjust(all.stream().mapToDouble(Contrast::equivalenceP).toArray());
    Iterator<Contrast> contrasts =
        IntStream.range(0, p.length)
            .mapToObj(i -> adjusted(all.get(i), p[i], equivalence[i]))
            .iterator();
    int pairs = pairwise.stream().mapToInt(each -> each.pairs().size()).sum();
    return IntStream.range(0, results.size())
        .mapToObj(i -> results.get(i).with(pairwise.get(i), contrasts, all.size(), pairs))
        .toList();
  }

  private static Contrast adjusted(Contrast contrast, double p, double equivalenceP) {
    return new Contrast(contrast.method(), contrast.p(), p, contrast.equivalenceP(), equivalenceP);
  }

  private ManyDatasets with(
      PairwiseWilcoxon adjusted, Iterator<Contrast> others, int withReference, int pairs) {
    return new ManyDatasets(
        comparison,
        centers,
        friedman,
        friedmanP,
        adjusted,
        postHoc,
        family,
        family == Family.REFERENCE ? withReference : pairs,
        withReference,
        contrasts.stream().map(each -> others.next()).toList(),
        criticalDifference,
        bayesian,
        interquartileMeans);
  }

  /** The bars of the critical-difference diagram, from the comparison of all pairs. */
  public List<List<Integer>> cliques() {
    return Cliques.of(
        friedman.meanRanks(), (first, second) -> pairP(first, second) <= comparison.alpha());
  }

  /** The p value of two methods by the comparison that was chosen. */
  public double adjustedP(int first, int second) {
    return postHoc == PostHoc.NEMENYI ? nemenyiP(first, second) : holmP(first, second);
  }

  /** The p value of Wilcoxon's test of two methods after Holm over its family. */
  public double holmP(int first, int second) {
    int reference = comparison.reference();
    if (family == Family.ALL_PAIRS || (first != reference && second != reference)) {
      return pairwise.pair(first, second).adjustedP();
    }
    return contrast(first == reference ? second : first).adjustedP();
  }

  /** Adjusted over all pairs, whatever the family. */
  private double pairP(int first, int second) {
    return postHoc == PostHoc.NEMENYI
        ? nemenyiP(first, second)
        : pairwise.pair(first, second).adjustedP();
  }

  /** A method against the reference. */
  Contrast contrast(int method) {
    return contrasts.get(method < comparison.reference() ? method : method - 1);
  }

  /** Whether the tests speak for a mean improvement over the reference within the region. */
  public boolean isEquivalent(int method) {
    return contrast(method).adjustedEquivalenceP() <= comparison.equivalenceAlpha();
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
                    comparison
                        .scoring()
                        .improvements(PairwiseWilcoxon.column(centers, i), reference),
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

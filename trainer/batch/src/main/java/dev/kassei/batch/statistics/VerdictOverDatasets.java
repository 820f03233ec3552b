package dev.kassei.batch.statistics;

import dev.kassei.results.text.Noun;
import dev.kassei.results.text.Rounded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The verdict over data sets: mean ranks, whether they differ, and each method's sentence. */
final class VerdictOverDatasets {
  private final ManyDatasets result;
  private final Comparison comparison;

  VerdictOverDatasets(ManyDatasets result) {
    this.result = result;
    this.comparison = result.comparison();
  }

  List<String> sentences() {
    var sentences = new ArrayList<String>();
    sentences.add(ranking());
    sentences.add(friedman());
    if (result.family() == Family.ALL_PAIRS && comparison.names().size() > 2) {
      sentences.add(undecidedFromBest());
    }
    int reference = comparison.reference();
    Map<Boolean, List<Integer>> undecided =
        others()
            .filter(i -> !result.differ(i, reference))
            .collect(Collectors.partitioningBy(result::isEquivalent));
    List<Integer> shared =
        undecided.values().stream()
            .filter(methods -> methods.size() > Verdict.SEPARATE)
            .flatMap(List::stream)
            .toList();
    others()
        .filter(i -> !shared.contains(i))
        .forEach(i -> sentences.add(sentence(result.pairwise().pair(i, reference))));
    if (undecided.get(true).size() > Verdict.SEPARATE) {
      sentences.add(equivalent(undecided.get(true)));
    }
    if (undecided.get(false).size() > Verdict.SEPARATE) {
      sentences.add(undecided(undecided.get(false)));
    }
    return List.copyOf(sentences);
  }

  private Stream<Integer> others() {
    return IntStream.range(0, comparison.names().size())
        .filter(i -> i != comparison.reference())
        .boxed();
  }

  private String undecided(List<Integer> methods) {
    int reference = comparison.reference();
    double p =
        methods.stream().mapToDouble(i -> result.adjustedP(i, reference)).min().orElseThrow();
    return Verdict.undecided(
        methods.stream().map(comparison.names()::get).toList(),
        comparison,
        "smallest " + Phrases.adjustedP(p, result));
  }

  private String ranking() {
    double[] ranks = result.friedman().meanRanks();
    List<String> ranked =
        Cliques.order(ranks).stream()
            .map(i -> comparison.names().get(i) + " " + Phrases.number(ranks[i]))
            .toList();
    return "Mean ranks over %s, 1 for the best: %s."
        .formatted(Noun.DATASET.count(result.datasets()), Phrases.list(ranked));
  }

  private String friedman() {
    double p = result.friedmanP();
    String found =
        p <= comparison.alpha()
            ? "They differ by more than chance"
            : "These ranks may be due to chance alone";
    return "%s (Friedman test by permutation, %s).".formatted(found, Phrases.p(p));
  }

  private String undecidedFromBest() {
    List<String> names = comparison.names();
    int best = Cliques.order(result.friedman().meanRanks()).get(0);
    List<String> others =
        Cliques.order(result.friedman().meanRanks()).stream()
            .filter(i -> i != best)
            .filter(i -> !result.differ(best, i))
            .map(names::get)
            .toList();
    return others.isEmpty()
        ? names.get(best) + " differs from all others."
        : "%s has the best mean rank, but cannot be told apart from %s."
            .formatted(names.get(best), Phrases.list(others));
  }

  private String sentence(PairwiseWilcoxon.Pair pair) {
    String name = comparison.names().get(pair.first());
    String reference = comparison.referenceName();
    String p = Phrases.adjustedP(result.adjustedP(pair.first(), pair.second()), result);
    if (!result.differ(pair.first(), pair.second())) {
      return result.isEquivalent(pair.first())
          ? equivalent(pair)
          : "%s and %s cannot be told apart (%s better on %s, %s)%s."
              .formatted(name, reference, name, wins(pair), p, probability(pair));
    }
    boolean isBetter = result.isBetter(pair.first(), pair.second());
    return "%s on %s (%s)%s%s."
        .formatted(
            Verdict.beats(name, reference, isBetter),
            wins(isBetter ? pair : pair.reversed()),
            p,
            result.isEquivalent(pair.first())
                ? ", yet on average by less than the " + Phrases.region(comparison)
                : "",
            probability(pair));
  }

  private String equivalent(PairwiseWilcoxon.Pair pair) {
    return ("%s and %s are practically equivalent over data sets: the mean improvement lies within the %s"
            + " (%s better on %s; two one-sided tests: %s).")
        .formatted(
            comparison.names().get(pair.first()),
            comparison.referenceName(),
            Phrases.region(comparison),
            comparison.names().get(pair.first()),
            wins(pair),
            equivalenceP(List.of(pair.first())));
  }

  private String equivalent(List<Integer> methods) {
    return ("%s are practically equivalent to %s over data sets: their mean improvements lie within the %s"
            + " (two one-sided tests, largest %s).")
        .formatted(
            Phrases.list(methods.stream().map(comparison.names()::get).toList()),
            comparison.referenceName(),
            Phrases.region(comparison),
            equivalenceP(methods));
  }

  /** The largest of them. */
  private String equivalenceP(List<Integer> methods) {
    double p =
        methods.stream()
            .mapToDouble(i -> result.contrast(i).adjustedEquivalenceP())
            .max()
            .orElseThrow();
    return Phrases.adjustedP(p, result.equivalenceFamily());
  }

  private String wins(PairwiseWilcoxon.Pair pair) {
    return Phrases.wins(pair.wins(), pair.ties(), result.datasets(), Noun.DATASET);
  }

  private String probability(PairwiseWilcoxon.Pair pair) {
    if (comparison.region() == 0) {
      return "";
    }
    BayesianSignedRank test = result.bayesian().get(pair.first());
    return ("; Bayesian signed-rank test: better with probability %s, equal within ±%s with %s,"
            + " worse with %s")
        .formatted(
            Rounded.PRINT.sampledProbability(test.better()),
            Phrases.number(comparison.region()),
            Rounded.PRINT.sampledProbability(test.equivalent()),
            Rounded.PRINT.sampledProbability(test.worse()));
  }
}

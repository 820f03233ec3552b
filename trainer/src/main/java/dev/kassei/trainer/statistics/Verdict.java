package dev.kassei.trainer.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Results of comparisons in plain sentences. {@link Cautions} says how far to trust them. */
public final class Verdict {
  private Verdict() {}

  /** More methods than this that cannot be told apart share a sentence. */
  private static final int SEPARATE = 2;

  /**
   * One sentence for each method but the reference, in the order of names; but one for all that
   * cannot be told apart from it, if these are many, and one for each kind of finding where there
   * are more than 12 methods beside the reference.
   */
  public static List<String> of(OneDataset result) {
    if (result.contrasts().size() > VerdictOfMany.MOST_SENTENCES) {
      return new VerdictOfMany(result).sentences();
    }
    List<Contrast> undecided =
        result.contrasts().stream().filter(each -> each.isUndecided(result.comparison())).toList();
    if (undecided.size() <= SEPARATE) {
      return result.contrasts().stream().map(each -> sentence(result, each)).toList();
    }
    var sentences = new ArrayList<String>();
    result.contrasts().stream()
        .filter(each -> !undecided.contains(each))
        .forEach(each -> sentences.add(sentence(result, each)));
    double p = undecided.stream().mapToDouble(Contrast::adjustedP).min().orElseThrow();
    sentences.add(
        undecided(
            undecided.stream().map(Contrast::name).toList(),
            result.comparison(),
            "smallest " + Phrases.adjustedP(p, result.contrasts().size())));
    return List.copyOf(sentences);
  }

  static String undecided(List<String> names, Comparison comparison, String p) {
    return "%s cannot be told apart from %s (%s)."
        .formatted(Phrases.list(names), comparison.referenceName(), p);
  }

  /**
   * The order of mean ranks, whether there are differences at all, what cannot be told apart from
   * the best, and one sentence for each method but the reference.
   */
  public static List<String> of(ManyDatasets result) {
    var sentences = new ArrayList<String>();
    sentences.add(ranking(result));
    sentences.add(friedman(result));
    sentences.add(besideTheBest(result));
    int reference = result.comparison().reference();
    List<Integer> undecided = others(result).filter(i -> !result.differ(i, reference)).toList();
    boolean isShared = undecided.size() > SEPARATE;
    others(result)
        .filter(i -> !isShared || !undecided.contains(i))
        .forEach(i -> sentences.add(sentence(result, result.pairwise().pair(i, reference))));
    if (isShared) {
      sentences.add(undecided(result, undecided));
      equal(result, undecided).ifPresent(sentences::add);
    }
    return List.copyOf(sentences);
  }

  private static Stream<Integer> others(ManyDatasets result) {
    int reference = result.comparison().reference();
    return IntStream.range(0, result.comparison().names().size())
        .filter(i -> i != reference)
        .boxed();
  }

  private static String undecided(ManyDatasets result, List<Integer> methods) {
    int reference = result.comparison().reference();
    double p =
        methods.stream().mapToDouble(i -> result.adjustedP(i, reference)).min().orElseThrow();
    return undecided(
        methods.stream().map(result.comparison().names()::get).toList(),
        result.comparison(),
        "smallest " + Phrases.adjustedP(p, result));
  }

  /** What no p value can say: which of them are on the whole equal, rather than undecided. */
  private static Optional<String> equal(ManyDatasets result, List<Integer> methods) {
    Comparison comparison = result.comparison();
    if (comparison.region() == 0) {
      return Optional.empty();
    }
    List<String> names =
        methods.stream()
            .filter(i -> result.bayesian().get(i).equivalent() >= comparison.level())
            .map(comparison.names()::get)
            .toList();
    if (names.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "The typical gain of %s over %s lies within ±%s with a probability of %s or more (Bayesian"
                .formatted(
                    Phrases.list(names),
                    comparison.referenceName(),
                    Phrases.number(comparison.region()),
                    Phrases.percent(comparison.level()))
            + " signed-rank test).");
  }

  private static String sentence(OneDataset result, Contrast contrast) {
    Comparison comparison = result.comparison();
    boolean negligible = contrast.isNegligible(comparison);
    if (contrast.adjustedP() > comparison.alpha()) {
      return negligible ? equivalent(result, contrast) : undecided(result, contrast);
    }
    String more = negligible ? ", yet by less than the " + Phrases.region(comparison) : "";
    return decided(result, contrast) + more + ".";
  }

  private static String decided(OneDataset result, Contrast contrast) {
    Comparison comparison = result.comparison();
    if (contrast.isMixed()) {
      return "%s and %s differ, but not in one direction: %s is better with %s of %s (%s%s)"
          .formatted(
              contrast.name(),
              comparison.referenceName(),
              contrast.name(),
              contrast.wins(),
              Phrases.count(contrast.seeds(), result.repetition()),
              difference(result, contrast),
              adjustedP(result, contrast));
    }
    int wins = contrast.isBetter() ? contrast.wins() : contrast.losses();
    return beats(contrast.name(), comparison.referenceName(), contrast.isBetter())
        + " with %s of %s (%s%s)"
            .formatted(
                wins,
                Phrases.count(contrast.seeds(), result.repetition()),
                winnersGain(result, contrast),
                adjustedP(result, contrast));
  }

  private static String equivalent(OneDataset result, Contrast contrast) {
    return "%s and %s are practically equivalent: their difference lies within the %s (%s%s)."
        .formatted(
            contrast.name(),
            result.comparison().referenceName(),
            Phrases.region(result.comparison()),
            difference(result, contrast),
            adjustedP(result, contrast));
  }

  private static String undecided(OneDataset result, Contrast contrast) {
    return "%s and %s cannot be told apart (%s%s)."
        .formatted(
            contrast.name(),
            result.comparison().referenceName(),
            difference(result, contrast),
            adjustedP(result, contrast));
  }

  private static String difference(OneDataset result, Contrast contrast) {
    return gain(result, contrast.difference(), contrast.interval());
  }

  /** Of the one that is named first. */
  private static String winnersGain(OneDataset result, Contrast contrast) {
    return contrast.isBetter()
        ? difference(result, contrast)
        : gain(result, 0 - contrast.difference(), contrast.interval().negated());
  }

  private static String gain(OneDataset result, double difference, Interval interval) {
    return "%s gain %s, %s, "
        .formatted(
            center(result.comparison().scoring()), Phrases.number(difference), within(interval));
  }

  private static String center(Scoring scoring) {
    return scoring.hasMean() ? "mean" : "median";
  }

  private static String within(Interval interval) {
    return Phrases.percent(interval.level()) + " interval " + Phrases.interval(interval);
  }

  /**
   * Where the only method lies.
   *
   * @param measure what was measured, such as {@code test.accuracy}
   */
  public static List<String> of(OneMethod result, String measure) {
    Location location = result.location();
    String interval =
        Double.isFinite(result.interval().lower()) && Double.isFinite(result.interval().upper())
            ? ", " + within(result.interval())
            : "";
    String spread =
        result.scoring().hasMean() ? "the standard deviation" : "the distance of the quartiles";
    return List.of(
        "The %s of %s over %s is %s%s; %s is %s."
            .formatted(
                center(result.scoring()),
                measure,
                Phrases.count(location.trials(), result.repetition()),
                Phrases.number(location.center()),
                interval,
                spread,
                Phrases.number(location.spread())));
  }

  private static String adjustedP(OneDataset result, Contrast contrast) {
    return Phrases.adjustedP(contrast.adjustedP(), result.contrasts().size());
  }

  private static String ranking(ManyDatasets result) {
    double[] ranks = result.friedman().meanRanks();
    List<String> ranked =
        Cliques.order(ranks).stream()
            .map(i -> result.comparison().names().get(i) + " " + Phrases.number(ranks[i]))
            .toList();
    return "Mean ranks over %s, 1 for the best: %s."
        .formatted(Phrases.count(result.datasets(), "data set"), Phrases.list(ranked));
  }

  private static String friedman(ManyDatasets result) {
    double p = result.friedman().p();
    String found =
        p <= result.comparison().alpha()
            ? "They differ by more than chance"
            : "Chance alone may have made these ranks";
    return "%s (Friedman test with Iman and Davenport's F, %s).".formatted(found, Phrases.p(p));
  }

  private static String besideTheBest(ManyDatasets result) {
    List<String> names = result.comparison().names();
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

  private static String sentence(ManyDatasets result, PairwiseWilcoxon.Pair pair) {
    Comparison comparison = result.comparison();
    String name = comparison.names().get(pair.first());
    String reference = comparison.referenceName();
    String p = Phrases.adjustedP(result.adjustedP(pair.first(), pair.second()), result);
    if (!result.differ(pair.first(), pair.second())) {
      return "%s and %s cannot be told apart (%s better on %s of %s, %s)%s."
          .formatted(
              name, reference, name, pair.wins(), datasets(result), p, probability(result, pair));
    }
    boolean isBetter = result.isBetter(pair.first(), pair.second());
    return "%s on %s of %s (%s)%s."
        .formatted(
            beats(name, reference, isBetter),
            isBetter ? pair.wins() : pair.losses(),
            datasets(result),
            p,
            probability(result, pair));
  }

  private static String probability(ManyDatasets result, PairwiseWilcoxon.Pair pair) {
    if (result.comparison().region() == 0) {
      return "";
    }
    BayesianSignedRank test = result.bayesian().get(pair.first());
    return "; better with probability %s, equal within ±%s with %s, worse with %s"
        .formatted(
            Phrases.probability(test.better()),
            Phrases.number(result.comparison().region()),
            Phrases.probability(test.equivalent()),
            Phrases.probability(test.worse()));
  }

  private static String datasets(ManyDatasets result) {
    return Phrases.count(result.datasets(), "data set");
  }

  private static String beats(String name, String reference, boolean isBetter) {
    return isBetter ? name + " beats " + reference : reference + " beats " + name;
  }
}

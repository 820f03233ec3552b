package dev.kassei.batch.statistics;

import java.util.ArrayList;
import java.util.List;

/** Results of comparisons in plain sentences. {@link Cautions} says how far to trust them. */
public final class Verdict {
  private Verdict() {}

  /** More methods than this that cannot be told apart share a sentence. */
  static final int SEPARATE = 2;

  /**
   * One sentence for each method but the reference, in the order of names; but one for all that
   * cannot be told apart from it, if these are many, and one for each kind of finding where there
   * are more than 12 methods beside the reference.
   */
  public static List<String> of(OneDataset result) {
    if (result.contrasts().size() > VerdictOfMany.MAX_SENTENCES) {
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
            "smallest " + Phrases.adjustedP(p, result.family())));
    return List.copyOf(sentences);
  }

  static String undecided(List<String> names, Comparison comparison, String p) {
    return "%s cannot be told apart from %s (%s)."
        .formatted(Phrases.list(names), comparison.referenceName(), p);
  }

  /**
   * The order of mean ranks, whether there are differences at all, what cannot be told apart from
   * the best unless a reference was fixed or there are but two, and one sentence for each method
   * but the reference.
   */
  public static List<String> of(ManyDatasets result) {
    return new VerdictOverDatasets(result).sentences();
  }

  private static String sentence(OneDataset result, Contrast contrast) {
    Comparison comparison = result.comparison();
    boolean negligible = contrast.isNegligible(comparison);
    if (contrast.isTied()) {
      return same(result, contrast);
    }
    if (contrast.adjustedP() > comparison.alpha()) {
      return negligible ? equivalent(result, contrast) : undecided(result, contrast);
    }
    String more = negligible ? ", yet by less than the " + Phrases.region(comparison) : "";
    return decided(result, contrast) + more + ".";
  }

  private static String decided(OneDataset result, Contrast contrast) {
    Comparison comparison = result.comparison();
    if (contrast.isMixed()) {
      return "%s and %s differ, but not in one direction: %s is better with %s (%s%s)"
          .formatted(
              contrast.name(),
              comparison.referenceName(),
              contrast.name(),
              wins(result, contrast, contrast.wins()),
              difference(result, contrast),
              adjustedP(result, contrast));
    }
    int wins = contrast.isBetter() ? contrast.wins() : contrast.losses();
    return beats(contrast.name(), comparison.referenceName(), contrast.isBetter())
        + " with %s (%s%s)"
            .formatted(
                wins(result, contrast, wins),
                winnersImprovement(result, contrast),
                adjustedP(result, contrast));
  }

  private static String wins(OneDataset result, Contrast contrast, int wins) {
    return Phrases.wins(wins, contrast.ties(), contrast.seeds(), result.repetition());
  }

  private static String same(OneDataset result, Contrast contrast) {
    String all = result.repetition().count(contrast.seeds());
    int failed = contrast.bothFailed();
    if (failed == contrast.seeds()) {
      return "%s and %s cannot be compared: both failed or diverged with %s of %s."
          .formatted(contrast.name(), result.comparison().referenceName(), failed, all);
    }
    String but =
        failed == 0 ? "" : ", but with %s of them both failed or diverged".formatted(failed);
    return "%s and %s have the same score with %s of %s%s."
        .formatted(
            contrast.name(), result.comparison().referenceName(), contrast.seeds(), all, but);
  }

  private static String equivalent(OneDataset result, Contrast contrast) {
    return ("%s and %s are practically equivalent: their difference lies within the %s"
            + " (%stwo one-sided tests: %s).")
        .formatted(
            contrast.name(),
            result.comparison().referenceName(),
            Phrases.region(result.comparison()),
            difference(result, contrast),
            Phrases.adjustedP(contrast.adjustedEquivalenceP(), result.family()));
  }

  private static String undecided(OneDataset result, Contrast contrast) {
    return "%s and %s cannot be told apart (%s%s)%s."
        .formatted(
            contrast.name(),
            result.comparison().referenceName(),
            difference(result, contrast),
            adjustedP(result, contrast),
            withoutZero(result, contrast));
  }

  /** Why an interval may leave out 0 where p decides nothing; else empty. */
  private static String withoutZero(OneDataset result, Contrast contrast) {
    if (contrast.interval().contains(0)) {
      return "";
    }
    return contrast.p() <= result.comparison().alpha()
        ? "; the interval excludes 0 because it covers this comparison alone, while p is adjusted over %s"
            .formatted(result.family())
        : "; the interval excludes 0, but the p value decides";
  }

  private static String difference(OneDataset result, Contrast contrast) {
    return improvement(result, contrast.difference(), contrast.interval());
  }

  /** Of the one that is named first. */
  private static String winnersImprovement(OneDataset result, Contrast contrast) {
    return contrast.isBetter()
        ? difference(result, contrast)
        : improvement(result, 0 - contrast.difference(), contrast.interval().negated());
  }

  private static String improvement(OneDataset result, double difference, Interval interval) {
    return "%s improvement %s, %s, "
        .formatted(
            center(result.comparison().scoring()), Phrases.number(difference), within(interval));
  }

  private static String center(Scoring scoring) {
    return scoring.hasMean() ? "mean" : "median";
  }

  private static String within(Interval interval) {
    return interval.isUnbounded()
        ? "no interval"
        : Phrases.percent(interval.level()) + " interval " + Phrases.interval(interval);
  }

  /**
   * Where the only method lies.
   *
   * @param measure what was measured, such as {@code test.accuracy}
   */
  public static List<String> of(OneMethod result, String measure) {
    Location location = result.location();
    if (location.trials() == 1) {
      return List.of(
          "With %s, %s is %s."
              .formatted(result.repetition().count(1), measure, Phrases.number(location.center())));
    }
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
                result.repetition().count(location.trials()),
                Phrases.number(location.center()),
                interval,
                spread,
                Phrases.number(location.spread())));
  }

  private static String adjustedP(OneDataset result, Contrast contrast) {
    return Phrases.adjustedP(contrast.adjustedP(), result.family());
  }

  static String beats(String name, String reference, boolean isBetter) {
    return isBetter ? name + " beats " + reference : reference + " beats " + name;
  }
}

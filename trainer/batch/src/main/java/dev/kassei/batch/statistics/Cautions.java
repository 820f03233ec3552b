package dev.kassei.batch.statistics;

import dev.kassei.results.text.Noun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;

/** Sentences that say where a comparison has too little to go by, and what would be needed. */
public final class Cautions {
  /** Below this many seeds bootstrap intervals are clearly too narrow. */
  private static final int SEEDS_FOR_BOOTSTRAP = 10;

  /** Below this many repetitions nobody can say whether their scores are typical. */
  private static final int SEEDS_FOR_CONCLUSIONS = 3;

  private Cautions() {}

  /** What to keep in mind about the results on one data set. */
  public static List<String> of(OneDataset result) {
    var cautions = new ArrayList<String>();
    inconclusive(result.seeds(), result.repetition(), cautions);
    if (result.design() instanceof Design.Independent) {
      tooFewSeeds(result, cautions);
    }
    if (result.seeds() >= SEEDS_FOR_CONCLUSIONS) {
      needed(result, cautions);
    }
    return List.copyOf(cautions);
  }

  /** What to keep in mind about the only method. */
  public static List<String> of(OneMethod result) {
    var cautions = new ArrayList<String>();
    inconclusive(result.location().trials(), result.repetition(), cautions);
    if (result.design() instanceof Design.Independent) {
      narrow(result.location().trials(), result.repetition(), cautions);
    }
    return List.copyOf(cautions);
  }

  /** What to keep in mind about the results over data sets. */
  public static List<String> of(ManyDatasets result) {
    if (result.postHoc() == PostHoc.NEMENYI) {
      return tooFewForRanks(result);
    }
    int datasets = result.datasets();
    int comparisons = result.comparisons();
    double level = Holm.strictestLevel(result.comparison().alpha(), comparisons);
    double smallest = Power.smallestP(datasets);
    if (smallest <= level) {
      return List.of();
    }
    return List.of(
        tooFew(Noun.DATASET.count(datasets), "on every data set", smallest, comparisons)
            + " At least %s are needed.".formatted(Noun.DATASET.count(Power.pairsToReach(level))));
  }

  private static List<String> tooFewForRanks(ManyDatasets result) {
    int largest = result.comparison().names().size() - 1;
    return result.criticalDifference() <= largest
        ? List.of()
        : List.of(
            "%s cannot show anything: mean ranks differ by %s at most, and would have to by %s."
                .formatted(
                    Noun.DATASET.count(result.datasets()),
                    largest,
                    Phrases.number(result.criticalDifference())));
  }

  private static void tooFewSeeds(OneDataset result, List<String> cautions) {
    int comparisons = result.family();
    double level = Holm.strictestLevel(result.comparison().alpha(), comparisons);
    double smallest = Power.smallestP(result.seeds());
    if (smallest > level) {
      cautions.add(
          tooFew(
                  result.repetition().count(result.seeds()),
                  "with every " + result.repetition().one(),
                  smallest,
                  comparisons)
              + " At least %s are needed."
                  .formatted(result.repetition().count(Power.pairsToReach(level))));
    }
    narrow(result.seeds(), result.repetition(), cautions);
  }

  private static void inconclusive(int seeds, Noun repetition, List<String> cautions) {
    if (seeds < SEEDS_FOR_CONCLUSIONS) {
      String lacking = seeds == 1 ? ": one value has no spread and no interval" : "";
      cautions.add(
          "Nothing can be concluded from %s%s.".formatted(repetition.count(seeds), lacking));
    }
  }

  private static void narrow(int seeds, Noun repetition, List<String> cautions) {
    if (seeds > 1 && seeds < SEEDS_FOR_BOOTSTRAP) {
      cautions.add(
          "Intervals from fewer than %s are too narrow."
              .formatted(repetition.count(SEEDS_FOR_BOOTSTRAP)));
    }
  }

  private static String tooFew(String number, String where, double smallest, int comparisons) {
    String adjusted = Phrases.adjustedP(Math.min(1, smallest * comparisons), comparisons);
    String over = comparisons == 1 ? "" : " over " + comparisons + " comparisons";
    return "%s cannot show much: a method that is better %s has %s%s."
        .formatted(number, where, adjusted, over);
  }

  /**
   * How the trials of a method ended.
   *
   * @param failures the number of those that failed or diverged
   * @param undecided the number of those that completed without a score
   */
  public record Outcomes(String name, int trials, int failures, int undecided) {}

  /**
   * Which trials failed, diverged or were undecided, and what they count as.
   *
   * @param undecided what an undecided trial is worth; NaN for as much as a failed one
   */
  public static List<String> of(Scoring scoring, List<Outcomes> outcomes, double undecided) {
    var cautions = new ArrayList<String>();
    String failed = worth(scoring.failed());
    ended(outcomes, Outcomes::failures, Ending.FAILED, failed, cautions);
    String guess = Double.isFinite(undecided) ? worth(undecided) + ", a guess" : failed;
    ended(outcomes, Outcomes::undecided, Ending.UNDECIDED, guess, cautions);
    return List.copyOf(cautions);
  }

  /** How trials ended that count as something else, said of one method and of many. */
  private enum Ending {
    FAILED(
        "%s failed or diverged in %s of %s; they count %s.",
        "Trials failed or diverged, of %s each: %s; they count %s."),
    UNDECIDED(
        "%s was undecided in %s of %s; they count %s.",
        "Trials were undecided, of %s each: %s; they count %s.");

    private final String ofOne;
    private final String ofMany;

    Ending(String ofOne, String ofMany) {
      this.ofOne = ofOne;
      this.ofMany = ofMany;
    }
  }

  private static String worth(double score) {
    return Double.isFinite(score) ? "as " + Phrases.number(score) : "as infinitely bad";
  }

  private static void ended(
      List<Outcomes> outcomes,
      ToIntFunction<Outcomes> count,
      Ending ending,
      String counted,
      List<String> cautions) {
    List<Outcomes> some = outcomes.stream().filter(each -> count.applyAsInt(each) > 0).toList();
    if (some.size() > VerdictOfMany.MAX_SENTENCES) {
      List<String> names =
          some.stream().map(each -> each.name() + " " + count.applyAsInt(each)).toList();
      cautions.add(ending.ofMany.formatted(some.get(0).trials(), Phrases.list(names), counted));
      return;
    }
    for (Outcomes each : some) {
      cautions.add(
          ending.ofOne.formatted(
              each.name(), count.applyAsInt(each), Noun.TRIAL.count(each.trials()), counted));
    }
  }

  /**
   * What it would take to decide about a method.
   *
   * @param sought the difference that would be found
   * @param seeds nothing where no number suffices
   */
  private record Need(String name, double sought, OptionalInt seeds) {}

  /** What it would take to decide what is undecided; the same answer is given once. */
  private static void needed(OneDataset result, List<String> cautions) {
    List<Need> needs =
        result.contrasts().stream()
            .filter(contrast -> contrast.isUndecided(result.comparison()))
            .flatMap(contrast -> need(result, contrast).stream())
            .toList();
    if (needs.size() > VerdictOfMany.MAX_SENTENCES) {
      cautions.add(together(needs, result));
      return;
    }
    var methods = new LinkedHashMap<String, List<String>>();
    for (Need need : needs) {
      methods.computeIfAbsent(remedy(need, result), key -> new ArrayList<>()).add(need.name());
    }
    methods.forEach(
        (remedy, names) ->
            cautions.add(
                "Telling %s from %s %s."
                    .formatted(Phrases.list(names), result.comparison().referenceName(), remedy)));
  }

  /** One sentence for so many methods that one for each would not be read. */
  private static String together(List<Need> needs, OneDataset result) {
    Comparison comparison = result.comparison();
    String sought = comparison.region() > 0 ? Phrases.number(comparison.region()) : "what was seen";
    int[] seeds = needs.stream().flatMapToInt(need -> need.seeds().stream()).sorted().toArray();
    String takes =
        seeds.length == 0
            ? remedy(OptionalInt.empty(), result)
            : "takes from %s to %s, by the method (power 80 %%)"
                .formatted(seeds[0], result.repetition().count(seeds[seeds.length - 1]));
    int beyond = needs.size() - seeds.length;
    String more =
        seeds.length == 0 || beyond == 0
            ? ""
            : "; for %s of them it %s".formatted(beyond, remedy(OptionalInt.empty(), result));
    return "Telling the %s methods that are left from %s at a difference of %s %s%s."
        .formatted(needs.size(), comparison.referenceName(), sought, takes, more);
  }

  private static Optional<Need> need(OneDataset result, Contrast contrast) {
    Comparison comparison = result.comparison();
    double sought = comparison.region() > 0 ? comparison.region() : Math.abs(contrast.difference());
    if (!contrast.hasSpread() || sought == 0 || Double.isInfinite(sought)) {
      return Optional.empty();
    }
    double level = Holm.strictestLevel(comparison.alpha(), result.family());
    OptionalInt number = contrast.seedsNeeded(sought, level, result.design());
    return number.isPresent() && number.getAsInt() <= contrast.seeds()
        ? Optional.empty()
        : Optional.of(new Need(contrast.name(), sought, number));
  }

  private static String remedy(Need need, OneDataset result) {
    return "at a difference of %s %s"
        .formatted(Phrases.number(need.sought()), remedy(need.seeds(), result));
  }

  private static String remedy(OptionalInt number, OneDataset result) {
    if (number.isPresent()) {
      return "takes about %s (power 80 %%)".formatted(result.repetition().count(number.getAsInt()));
    }
    return result.design() instanceof Design.Resplit
        ? "takes more rows of data: no number of splits of these rows is enough"
        : "takes more than a million %s".formatted(result.repetition().many());
  }
}

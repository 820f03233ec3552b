package dev.kassei.trainer.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Sentences that say where a comparison has too little to go by, and what would be needed. */
public final class Cautions {
  /** Below this many seeds bootstrap intervals are clearly too narrow. */
  private static final int SEEDS_FOR_BOOTSTRAP = 10;

  private Cautions() {}

  /** What to keep in mind about the results on one data set. */
  public static List<String> of(OneDataset result) {
    var cautions = new ArrayList<String>();
    if (result.design() instanceof Design.Independent) {
      tooFewSeeds(result, cautions);
    }
    failures(result, cautions);
    result.contrasts().stream()
        .filter(each -> each.adjustedP() > result.comparison().alpha())
        .forEach(each -> needed(result, each, cautions));
    return List.copyOf(cautions);
  }

  /** What to keep in mind about the results over data sets. */
  public static List<String> of(ManyDatasets result) {
    int datasets = result.datasets();
    int pairs = result.pairwise().pairs().size();
    double level = Holm.strictestLevel(result.comparison().alpha(), pairs);
    double smallest = Power.smallestP(datasets);
    if (smallest <= level) {
      return List.of();
    }
    return List.of(
        tooFew(Phrases.count(datasets, "data set"), "on every data set", smallest, pairs)
            + " At least %s data sets are needed.".formatted(Power.pairsToReach(level)));
  }

  private static void tooFewSeeds(OneDataset result, List<String> cautions) {
    int comparisons = result.contrasts().size();
    double level = Holm.strictestLevel(result.comparison().alpha(), comparisons);
    double smallest = Power.smallestP(result.seeds());
    if (smallest > level) {
      cautions.add(
          tooFew(Phrases.count(result.seeds(), "seed"), "with every seed", smallest, comparisons)
              + " At least %s seeds are needed.".formatted(Power.pairsToReach(level)));
    }
    if (result.seeds() < SEEDS_FOR_BOOTSTRAP) {
      cautions.add(
          "Intervals from fewer than %s seeds are too narrow.".formatted(SEEDS_FOR_BOOTSTRAP));
    }
  }

  private static String tooFew(String number, String where, double smallest, int comparisons) {
    String adjusted = Phrases.adjustedP(Math.min(1, smallest * comparisons), comparisons);
    String over = comparisons == 1 ? "" : " over " + comparisons + " comparisons";
    return "%s cannot show much: a method that is better %s has %s%s."
        .formatted(number, where, adjusted, over);
  }

  private static void failures(OneDataset result, List<String> cautions) {
    Scoring scoring = result.comparison().scoring();
    String counted =
        scoring.hasMean() ? "as " + Phrases.number(scoring.failed()) : "as infinitely bad";
    for (Location each : result.locations()) {
      if (each.failures() > 0) {
        cautions.add(
            "%s failed in %s of %s; they count %s."
                .formatted(
                    each.name(), each.failures(), Phrases.count(each.trials(), "trial"), counted));
      }
    }
  }

  private static void needed(OneDataset result, Contrast contrast, List<String> cautions) {
    Comparison comparison = result.comparison();
    double sought = comparison.region() > 0 ? comparison.region() : Math.abs(contrast.difference());
    if (!contrast.hasSpread() || sought == 0 || Double.isInfinite(sought)) {
      return;
    }
    double level = Holm.strictestLevel(comparison.alpha(), result.contrasts().size());
    OptionalInt seeds = contrast.seedsNeeded(sought, level, result.design());
    if (seeds.isPresent() && seeds.getAsInt() <= contrast.seeds()) {
      return;
    }
    cautions.add(
        "To tell %s from %s where they differ by %s %s."
            .formatted(
                contrast.name(),
                comparison.referenceName(),
                Phrases.number(sought),
                remedy(seeds, result.design())));
  }

  private static String remedy(OptionalInt seeds, Design design) {
    if (seeds.isPresent()) {
      return "takes about %s seeds (power 80 %%)".formatted(seeds.getAsInt());
    }
    return design instanceof Design.Resplit
        ? "takes more data: no number of splits of these suffices"
        : "takes more than a million seeds";
  }
}

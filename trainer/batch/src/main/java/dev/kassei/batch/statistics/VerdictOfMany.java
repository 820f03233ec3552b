package dev.kassei.batch.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The verdict over so many methods that a sentence for each would not be read: one for each kind.
 */
final class VerdictOfMany {
  /** With more contrasts than this, methods share sentences. */
  static final int MAX_SENTENCES = 12;

  private static final int MAX_NAMES = 24;

  private static final Comparator<Contrast> BEST_FIRST =
      Comparator.comparingDouble(Contrast::difference).reversed();

  private enum Kind {
    BETTER,
    SLIGHTLY_BETTER,
    MIXED,
    EQUIVALENT,
    UNDECIDED,
    SLIGHTLY_WORSE,
    WORSE
  }

  private final OneDataset result;
  private final Comparison comparison;

  VerdictOfMany(OneDataset result) {
    this.result = result;
    this.comparison = result.comparison();
  }

  /** From what beats the reference to what it beats; in each sentence the better come first. */
  List<String> sentences() {
    Map<Kind, List<Contrast>> kinds =
        result.contrasts().stream()
            .sorted(BEST_FIRST)
            .collect(
                Collectors.groupingBy(
                    this::kind, () -> new EnumMap<>(Kind.class), Collectors.toList()));
    var sentences = new ArrayList<String>();
    kinds.forEach((kind, contrasts) -> sentences.add(sentence(kind, contrasts)));
    return List.copyOf(sentences);
  }

  private Kind kind(Contrast contrast) {
    boolean negligible = contrast.isNegligible(comparison);
    if (contrast.adjustedP() > comparison.alpha()) {
      return negligible ? Kind.EQUIVALENT : Kind.UNDECIDED;
    }
    if (contrast.isMixed()) {
      return Kind.MIXED;
    }
    if (contrast.isBetter()) {
      return negligible ? Kind.SLIGHTLY_BETTER : Kind.BETTER;
    }
    return negligible ? Kind.SLIGHTLY_WORSE : Kind.WORSE;
  }

  private String sentence(Kind kind, List<Contrast> contrasts) {
    String reference = comparison.referenceName();
    String names = Phrases.list(contrasts.stream().map(Contrast::name).toList());
    boolean isOne = contrasts.size() == 1;
    return switch (kind) {
      case BETTER ->
          (isOne ? "%s beats %s%s." : "%s beat %s%s.")
              .formatted(names, reference, found(contrasts, 1));
      case SLIGHTLY_BETTER ->
          (isOne
                  ? "%s beats %s%s, yet by less than the %s."
                  : "%s beat %s%s, yet by less than the %s.")
              .formatted(names, reference, found(contrasts, 1), region());
      case MIXED -> "%s and %s differ, but not in one direction.".formatted(names, reference);
      case EQUIVALENT ->
          (isOne
                  ? "%s is practically equivalent to %s: its mean improvement lies within the %s (two"
                      + " one-sided tests, largest %s)."
                  : "%s are practically equivalent to %s: their mean improvements lie within the %s (two"
                      + " one-sided tests, largest %s).")
              .formatted(names, reference, region(), adjusted(largestEquivalenceP(contrasts)));
      case UNDECIDED ->
          undecided(contrasts.stream().map(Contrast::name).toList(), smallestP(contrasts));
      case SLIGHTLY_WORSE ->
          "%s beats %s%s, yet by less than the %s."
              .formatted(reference, names, found(contrasts, -1), region());
      case WORSE -> "%s beats %s%s.".formatted(reference, names, found(contrasts, -1));
    };
  }

  /** Names that nothing is said about are counted where they are many; tables have them. */
  private String undecided(List<String> names, double smallestP) {
    return Verdict.undecided(
        names.size() > MAX_NAMES ? List.of(names.size() + " others") : names,
        comparison,
        "smallest " + adjusted(smallestP));
  }

  private static double smallestP(List<Contrast> contrasts) {
    return contrasts.stream().mapToDouble(Contrast::adjustedP).min().orElseThrow();
  }

  private static double largestEquivalenceP(List<Contrast> contrasts) {
    return contrasts.stream().mapToDouble(Contrast::adjustedEquivalenceP).max().orElseThrow();
  }

  private String region() {
    return Phrases.region(comparison);
  }

  /** Such as {@code (mean improvements from 0.0137 to 0.0157, largest p = 0.039 after Holm)}. */
  private String found(List<Contrast> contrasts, int sign) {
    double[] improvements =
        contrasts.stream().mapToDouble(each -> sign * each.difference()).toArray();
    double largest = contrasts.stream().mapToDouble(Contrast::adjustedP).max().orElseThrow();
    String center = comparison.scoring().hasMean() ? "mean" : "median";
    double[] sorted = Values.sorted(improvements);
    return improvements.length == 1
        ? " (%s improvement %s, %s)".formatted(center, Phrases.number(sorted[0]), adjusted(largest))
        : " (%s improvements from %s to %s, largest %s)"
            .formatted(
                center,
                Phrases.number(sorted[0]),
                Phrases.number(sorted[sorted.length - 1]),
                adjusted(largest));
  }

  private String adjusted(double p) {
    return Phrases.adjustedP(p, result.family());
  }
}

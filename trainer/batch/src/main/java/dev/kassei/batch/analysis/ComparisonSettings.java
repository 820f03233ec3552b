package dev.kassei.batch.analysis;

import dev.kassei.batch.statistics.Comparison;
import dev.kassei.batch.statistics.Design;
import dev.kassei.batch.statistics.Family;
import dev.kassei.batch.statistics.OneMethod;
import dev.kassei.batch.statistics.PostHoc;
import dev.kassei.results.text.Noun;
import java.util.List;
import java.util.Optional;

/**
 * What all comparisons of an analysis have in common.
 *
 * @param criterion what trials are judged by
 * @param reference the method with which the others are compared
 * @param isAlone whether there is one method alone, and so nothing to compare
 * @param rope half the width of the region of practical equivalence
 * @param postHoc how pairs are compared over data sets
 * @param family which comparisons over data sets answer one question
 * @param tuning how settings were chosen
 * @param layout what each axis is for
 */
record ComparisonSettings(
    Criterion criterion,
    String reference,
    boolean isAlone,
    double rope,
    PostHoc postHoc,
    Family family,
    TuningAnalysis tuning,
    Layout layout) {
  /** The level of significance. */
  static final double ALPHA = 0.05;

  /** The seed of everything random in an analysis. */
  private static final long SEED = 1;

  /** Where the only method lies. */
  OneMethod alone(String name, double[] scores, Design design, Noun repetition) {
    return OneMethod.of(name, scores, criterion.scoring(), design, repetition, 1 - ALPHA, SEED);
  }

  /** The comparison of some methods; empty where the reference or any other is missing. */
  Optional<Comparison> comparison(List<String> methods) {
    int place = methods.indexOf(reference);
    return place < 0 || methods.size() < 2
        ? Optional.empty()
        : Optional.of(new Comparison(methods, place, criterion.scoring(), rope, ALPHA, SEED));
  }
}

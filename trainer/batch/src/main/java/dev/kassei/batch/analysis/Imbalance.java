package dev.kassei.batch.analysis;

import dev.kassei.batch.run.TrialResult;
import dev.kassei.batch.run.TrialStatus;
import dev.kassei.batch.statistics.Phrases;
import dev.kassei.results.text.Rounded;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Classes that are so few of the rows that accuracy hardly shows what becomes of them, and what
 * balanced accuracy shows where it was measured.
 *
 * @param measure what is compared, such as {@code test.accuracy}
 * @param share of the rows that the most frequent class of the training rows has
 * @param balanced the mean balanced accuracy of each method; empty where it was not measured
 */
record Imbalance(String measure, String split, double share, List<Balanced> balanced) {
  private static final double LARGE = 0.75;
  private static final String BALANCED_ACCURACY = "balanced_accuracy";
  private static final int DIGITS = 2;

  record Balanced(String method, double mean) {}

  /**
   * Of accuracy alone; empty where no class has more than three quarters of the rows.
   *
   * @param results of each method
   */
  static Optional<Imbalance> of(Map<String, List<TrialResult>> results, Criterion criterion) {
    String split = criterion.measure().split();
    double share =
        results.values().stream()
            .flatMap(List::stream)
            .filter(trial -> trial.record().rows().getOrDefault(split, 0) > 0)
            .mapToDouble(trial -> Chance.guessed(trial.record(), criterion))
            .average()
            .orElse(0);
    if (!criterion.isAccuracy() || share <= LARGE) {
      return Optional.empty();
    }
    return Optional.of(
        new Imbalance(criterion.measure().toString(), split, share, balanced(results, criterion)));
  }

  private static List<Balanced> balanced(
      Map<String, List<TrialResult>> results, Criterion criterion) {
    return results.entrySet().stream()
        .flatMap(each -> balanced(each.getKey(), each.getValue(), criterion).stream())
        .sorted(Comparator.comparingDouble(Balanced::mean))
        .toList();
  }

  private static Optional<Balanced> balanced(
      String method, List<TrialResult> trials, Criterion criterion) {
    OptionalDouble mean =
        trials.stream()
            .filter(trial -> trial.record().status() == TrialStatus.COMPLETED)
            .mapToDouble(trial -> criterion.beside(trial, BALANCED_ACCURACY))
            .average();
    return mean.isPresent() && Double.isFinite(mean.getAsDouble())
        ? Optional.of(new Balanced(method, mean.getAsDouble()))
        : Optional.empty();
  }

  /** Such as {@code The most frequent class is 97 % of the test rows, so …}. */
  String sentence() {
    String most =
        "The most frequent class is %s %% of the %s rows, so %s hardly shows the others"
            .formatted(Rounded.PRINT.atMost(100 * share, DIGITS), split, measure);
    if (balanced.isEmpty()) {
      return most + "; %s among the metrics does.".formatted(BALANCED_ACCURACY);
    }
    Balanced lowest = balanced.get(0);
    Balanced highest = balanced.get(balanced.size() - 1);
    String name = split + "." + BALANCED_ACCURACY;
    return balanced.size() == 1
        ? "%s: %s is %s.".formatted(most, name, Phrases.number(lowest.mean()))
        : "%s: %s is from %s (%s) to %s (%s)."
            .formatted(
                most,
                name,
                Phrases.number(lowest.mean()),
                lowest.method(),
                Phrases.number(highest.mean()),
                highest.method());
  }
}

package dev.kassei.batch.analysis;

import dev.kassei.batch.run.TrialResult;
import dev.kassei.batch.run.TrialStatus;
import dev.kassei.batch.statistics.Cautions;
import dev.kassei.batch.statistics.Comparison;
import dev.kassei.batch.statistics.Contrast;
import dev.kassei.batch.statistics.Location;
import dev.kassei.batch.statistics.OneDataset;
import dev.kassei.batch.statistics.Scoring;
import dev.kassei.batch.statistics.Summary;
import dev.kassei.results.record.ChosenRecord;
import dev.kassei.results.record.ContrastRecord;
import dev.kassei.results.record.ContrastRecord.Finding;
import dev.kassei.results.record.MethodRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** One method on one data set: its trials, how they ended, and their scores. */
final class MethodAnalysis {
  private final String name;
  private final List<PlannedTrial> trials;
  private final double[] scores;
  private final ComparisonSettings comparisonSettings;

  /**
   * @param scores one per unit; not modified
   */
  MethodAnalysis(
      String name,
      List<PlannedTrial> trials,
      double[] scores,
      ComparisonSettings comparisonSettings) {
    this.name = name;
    this.trials = trials;
    this.scores = scores;
    this.comparisonSettings = comparisonSettings;
  }

  Stream<TrialResult> results() {
    return trials.stream().flatMap(trial -> trial.result().stream());
  }

  Cautions.Outcomes outcomes() {
    return new Cautions.Outcomes(name, trials.size(), failures(), undecided());
  }

  /** Trials, not units: an average must not hide them. */
  private int failures() {
    return count(trial -> trial.record().status() != TrialStatus.COMPLETED);
  }

  private int undecided() {
    return count(comparisonSettings.criterion()::isUndecided);
  }

  private int count(Predicate<TrialResult> isCounted) {
    return (int) results().filter(isCounted).count();
  }

  /** Present where the method does no better than guessing. */
  Optional<Chance> chance() {
    return Chance.of(name, results().toList(), comparisonSettings.criterion());
  }

  /** The axes for which the tuning mostly chose an edge. */
  List<String> edges() {
    List<ChosenRecord> chosen = chosen();
    return chosen.stream()
        .flatMap(each -> each.edges().stream())
        .distinct()
        .filter(axis -> isMostlyEdge(axis, chosen))
        .toList();
  }

  private static boolean isMostlyEdge(String axis, List<ChosenRecord> chosen) {
    int all = chosen.stream().mapToInt(ChosenRecord::trials).sum();
    int edge =
        chosen.stream()
            .filter(each -> each.edges().contains(axis))
            .mapToInt(ChosenRecord::trials)
            .sum();
    return 2 * edge >= all;
  }

  private List<ChosenRecord> chosen() {
    return comparisonSettings.tuning().chosen(trials);
  }

  /**
   * The record of the method.
   *
   * @param result the comparison with the reference, which has no contrast with itself
   */
  MethodRecord record(Optional<OneDataset> result) {
    Scoring scoring = comparisonSettings.criterion().scoring();
    double[] completed = scoring.completed(scores);
    Location location = Location.of(name, scores, scoring);
    return new MethodRecord(
        name,
        trials.size(),
        failures(),
        undecided(),
        location.center(),
        location.spread(),
        Summary.quantile(completed, 0.25),
        Summary.quantile(completed, 0.75),
        result.flatMap(this::contrast),
        chosen(),
        Arrays.stream(scores).boxed().toList());
  }

  private Optional<ContrastRecord> contrast(OneDataset result) {
    return result.contrasts().stream()
        .filter(contrast -> contrast.name().equals(name))
        .findFirst()
        .map(contrast -> record(contrast, result.comparison()));
  }

  private static ContrastRecord record(Contrast contrast, Comparison comparison) {
    return new ContrastRecord(
        contrast.difference(),
        contrast.interval().lower(),
        contrast.interval().upper(),
        contrast.wins(),
        contrast.ties(),
        contrast.losses(),
        contrast.dominance().probability(),
        contrast.dominance().delta(),
        contrast.p(),
        contrast.adjustedP(),
        contrast.equivalenceP(),
        contrast.adjustedEquivalenceP(),
        finding(contrast, comparison));
  }

  private static Finding finding(Contrast contrast, Comparison comparison) {
    if (contrast.isNegligible(comparison)) {
      return Finding.EQUIVALENT;
    }
    if (contrast.adjustedP() > comparison.alpha()) {
      return Finding.UNDECIDED;
    }
    return contrast.isBetter() ? Finding.BETTER : Finding.WORSE;
  }
}

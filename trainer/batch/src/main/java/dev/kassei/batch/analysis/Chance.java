package dev.kassei.batch.analysis;

import dev.kassei.batch.run.TrialRecord;
import dev.kassei.batch.run.TrialResult;
import dev.kassei.batch.run.TrialStatus;
import dev.kassei.batch.statistics.Interval;
import dev.kassei.batch.statistics.Phrases;
import dev.kassei.batch.statistics.Summary;
import dev.kassei.batch.statistics.TTest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A method that is not clearly better than always naming the class that is most frequent among the
 * training rows: its mean is at most a tenth of the way from there to 1, and the interval of its
 * lead reaches down to 0.
 *
 * @param score the mean of its completed trials
 * @param guessed what guessing has on the same rows
 */
record Chance(String method, double score, double guessed) {
  private static final double SKILL = 0.1;

  /** Of accuracy alone, since only that is known of guessing; empty if the method is better. */
  static Optional<Chance> of(String method, List<TrialResult> results, Criterion criterion) {
    List<TrialResult> completed =
        results.stream()
            .filter(each -> each.record().status() == TrialStatus.COMPLETED)
            .filter(each -> guessed(each.record(), criterion) > 0)
            .toList();
    if (!criterion.isAccuracy() || completed.isEmpty()) {
      return Optional.empty();
    }
    double[] scores = completed.stream().mapToDouble(criterion::score).toArray();
    double[] guessed =
        completed.stream().mapToDouble(each -> guessed(each.record(), criterion)).toArray();
    var chance = new Chance(method, Summary.mean(scores), Summary.mean(guessed));
    return chance.isNear() && lead(scores, guessed).lower() <= 0
        ? Optional.of(chance)
        : Optional.empty();
  }

  private boolean isNear() {
    return score - guessed <= SKILL * (1 - guessed);
  }

  private static Interval lead(double[] scores, double[] guessed) {
    double[] leads = new double[scores.length];
    for (int i = 0; i < leads.length; i++) {
      leads[i] = scores[i] - guessed[i];
    }
    return TTest.paired(leads).interval(1 - ComparisonSettings.ALPHA);
  }

  /** The share of rows that are guessed rightly; 0 where nothing is known of it. */
  static double guessed(TrialRecord record, Criterion criterion) {
    String split = criterion.measure().split();
    int rows = record.rows().getOrDefault(split, 0);
    return rows == 0 ? 0 : (double) record.guess().right().getOrDefault(split, 0) / rows;
  }

  /** Such as {@code linear (0.5) is not clearly better than …}. */
  static String sentence(List<Chance> found) {
    String names =
        found.stream()
            .map(each -> "%s (%s)".formatted(each.method(), Phrases.number(each.score())))
            .collect(Collectors.joining(", "));
    String sentence =
        found.size() == 1
            ? "%s is not clearly better than always naming the most frequent class, which has %s."
            : "%s are not clearly better than always naming the most frequent class, which has %s.";
    return sentence.formatted(names, Phrases.number(found.get(0).guessed()));
  }
}

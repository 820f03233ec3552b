package dev.kassei.batch.analysis;

import dev.kassei.batch.run.TrialResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The best trial of each compared value: what is worth looking at as a run of its own. */
public final class BestTrials {
  private BestTrials() {}

  /**
   * Finds them, over all data sets and settings; of equals the first. Trials that did not complete
   * are never the best.
   *
   * @throws dev.kassei.experiment.config.ExperimentException if trials do not have what is compared
   */
  public static List<TrialResult> find(AnalysisInput input) {
    Layout layout =
        Layout.of(
            input.compare().axis(),
            input.name(),
            input.drawn(),
            input.trials().stream().map(trial -> trial.config().axes()).toList());
    Criterion criterion = Criterion.of(input);
    Map<String, TrialResult> best = new LinkedHashMap<>();
    for (PlannedTrial trial : input.trials()) {
      Optional<String> method = layout.method(trial.config().axes());
      Optional<TrialResult> result =
          trial.result().filter(it -> !Double.isNaN(criterion.score(it)));
      if (method.isPresent() && result.isPresent()) {
        best.merge(method.get(), result.get(), (a, b) -> better(a, b, criterion));
      }
    }
    return best.values().stream()
        .sorted((a, b) -> Integer.compare(a.number(), b.number()))
        .toList();
  }

  private static TrialResult better(TrialResult first, TrialResult second, Criterion criterion) {
    double a = criterion.score(first);
    double b = criterion.score(second);
    return (criterion.scoring().higherIsBetter() ? b > a : b < a) ? second : first;
  }
}

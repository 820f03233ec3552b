package dev.kassei.batch.run;

import dev.kassei.batch.plan.TrialConfig;
import dev.kassei.batch.plan.Tune;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A trial that has ended and what came of it.
 *
 * @param number its number from 1 in the order of the batch
 * @param axes printed values by path, as in {@link dev.kassei.batch.plan.TrialConfig}
 * @param tuned printed values of the tuned axes by path; empty without tuning
 */
public record TrialResult(
    int number, Map<String, String> axes, Map<String, String> tuned, TrialRecord record) {
  /**
   * What came of a trial.
   *
   * @param trial with the values of tuned axes among its axes
   */
  static TrialResult of(TrialConfig trial, Optional<Tune> tune, TrialRecord record) {
    var axes = new LinkedHashMap<>(trial.axes());
    var tuned = new LinkedHashMap<String, String>();
    tune.stream()
        .flatMap(each -> each.axes().keySet().stream())
        .filter(axes::containsKey)
        .forEach(path -> tuned.put(path, axes.remove(path)));
    return new TrialResult(trial.number(), axes, tuned, record);
  }
}

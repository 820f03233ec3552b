package dev.kassei.batch.analysis;

import dev.kassei.batch.history.PlanHistory;
import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.plan.Compare;
import dev.kassei.batch.plan.Tune;
import dev.kassei.batch.run.BatchResults;
import dev.kassei.batch.run.TrialResult;
import dev.kassei.batch.run.TuningResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is analysed.
 *
 * @param name the batch's name
 * @param version of Kassei
 * @param digest over all trials by number
 * @param trials all that were planned, at least one
 * @param drawn the paths of axes whose values are drawn at random
 * @param tuning the trials of the tuning that have ended
 * @param tunes how settings were chosen, one a batch that tunes
 * @param compare what is compared
 * @param afterwards the keys of {@code compare} that were chosen after the results were there
 * @param history how the plan came about, and who looked at results
 * @param cautions what is known already to be kept in mind, in sentences
 */
public record AnalysisInput(
    String name,
    String version,
    String digest,
    List<PlannedTrial> trials,
    Set<String> drawn,
    List<TuningResult> tuning,
    List<Tune> tunes,
    Compare compare,
    List<String> afterwards,
    PlanHistory history,
    List<String> cautions) {
  public AnalysisInput {
    trials = List.copyOf(trials);
    drawn = Set.copyOf(drawn);
    tuning = List.copyOf(tuning);
    tunes = List.copyOf(tunes);
    afterwards = List.copyOf(afterwards);
    cautions = List.copyOf(cautions);
  }

  /** One batch as it was planned. */
  public static AnalysisInput of(
      BatchConfig batch, BatchResults results, String digest, String version, PlanHistory history) {
    Map<Integer, TrialResult> ended =
        results.trials().stream()
            .collect(Collectors.toMap(TrialResult::number, Function.identity()));
    List<PlannedTrial> trials =
        batch.trials().stream()
            .map(trial -> new PlannedTrial(trial, Optional.ofNullable(ended.get(trial.number()))))
            .toList();
    return new AnalysisInput(
        batch.name(),
        version,
        digest,
        trials,
        batch.drawn(),
        results.tuning(),
        batch.tune().stream().toList(),
        batch.compare(),
        List.of(),
        history,
        List.of());
  }
}

package dev.kassei.batch.run;

import dev.kassei.api.Precision;
import dev.kassei.engine.kernel.NoSuchRowException;
import dev.kassei.experiment.data.SplitData;
import dev.kassei.experiment.training.Outcome;
import dev.kassei.experiment.training.PreparedTrial;
import dev.kassei.results.record.SurfacesRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A trial that has just ended.
 *
 * @param surfaces what it learned over two inputs; empty if that is not saved
 */
record TrainedTrial(TrialRecord record, Precision precision, Optional<SurfacesRecord> surfaces) {

  static TrainedTrial of(String key, PreparedTrial trial, Outcome outcome, double seconds) {
    boolean completed = outcome.failure().isEmpty();
    var record =
        new TrialRecord(
            key,
            completed ? TrialStatus.COMPLETED : TrialStatus.DIVERGED,
            outcome.failure().orElse(""),
            outcome.epochs().size(),
            outcome.bestEpoch(),
            rows(trial.data()),
            Guess.of(trial.data()),
            outcome.metrics(),
            outcome.bestMetrics(),
            Curve.of(outcome.epochs()),
            outcome.digest(trial.precision()),
            seconds);
    return new TrainedTrial(record, trial.precision(), outcome.surfaces());
  }

  /** A trial whose formulas came to what cannot be computed. */
  static TrainedTrial failed(String key, NoSuchRowException reason) {
    var record =
        new TrialRecord(
            key,
            TrialStatus.FAILED,
            String.valueOf(reason.getMessage()),
            0,
            -1,
            Map.of(),
            Guess.NONE,
            Map.of(),
            Map.of(),
            new Curve(new int[0], Map.of()),
            "",
            0);
    return new TrainedTrial(record, Precision.FLOAT64, Optional.empty());
  }

  private static Map<String, Integer> rows(SplitData data) {
    var rows = new LinkedHashMap<String, Integer>();
    data.splits().forEach((split, part) -> rows.put(split, part.rows()));
    return rows;
  }
}

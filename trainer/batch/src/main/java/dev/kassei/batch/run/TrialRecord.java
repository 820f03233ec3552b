package dev.kassei.batch.run;

import dev.kassei.api.Epoch;
import dev.kassei.engine.kernel.NoSuchRowException;
import dev.kassei.experiment.data.SplitData;
import dev.kassei.experiment.training.Outcome;
import dev.kassei.experiment.training.PreparedTrial;
import dev.kassei.results.record.RunEnd;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a batch saves of a trial.
 *
 * @param key names all that the result depends on: equal keys, equal results
 * @param status how it ended
 * @param reason why it did not complete, or that its time budget ended it; else empty
 * @param epochs the number of epochs trained
 * @param bestEpoch the epoch with the best value of what is monitored, from 0; -1 if there is none
 * @param rows the number of rows of each split
 * @param guess what can be had without learning
 * @param last metrics by split and name with the last weights, such as {@code test.accuracy}
 * @param best the same with the weights of the best epoch; empty if there is none
 * @param curve all metrics of the {@link dev.kassei.batch.plan.SavedEpochs}
 * @param digest of the last weights and of all epochs
 * @param seconds from the first weights to the last metric, divided by the lanes beside
 * @param site names the process that trained it, as {@code environment.jsonl} does; "" if that is
 *     not known
 */
public record TrialRecord(
    String key,
    TrialStatus status,
    String reason,
    int epochs,
    int bestEpoch,
    Map<String, Integer> rows,
    Guess guess,
    Map<String, Double> last,
    Map<String, Double> best,
    List<Epoch> curve,
    String digest,
    double seconds,
    String site) {
  private static final String ENDED_BY_TIME = "its time budget ended it at step ";

  public TrialRecord {
    best = bestEpoch < 0 ? Map.of() : best;
    curve = curve instanceof Curve ? curve : Curve.of(curve);
  }

  /** A trial that was trained to its end, or as far as its loss was finite. */
  static TrialRecord of(
      String key, PreparedTrial trial, Outcome outcome, double seconds, String site) {
    boolean completed = outcome.failure().isEmpty();
    return new TrialRecord(
        key,
        completed ? TrialStatus.COMPLETED : TrialStatus.DIVERGED,
        reason(outcome),
        outcome.epochs().size(),
        outcome.bestEpoch(),
        rows(trial.data()),
        Guess.of(trial.data()),
        outcome.metrics(),
        outcome.bestMetrics(),
        Curve.of(outcome.epochs().whole()),
        outcome.digest(trial.precision()),
        seconds,
        site);
  }

  private static String reason(Outcome outcome) {
    String budget = outcome.end() == RunEnd.TIME_BUDGET ? ENDED_BY_TIME + outcome.steps() : "";
    return outcome.failure().orElse(budget);
  }

  /** A trial whose formulas came to what cannot be computed. */
  static TrialRecord failed(String key, NoSuchRowException reason, String site) {
    return new TrialRecord(
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
        0,
        site);
  }

  /** Whether a clock ended it, so that the same trial may come to something else. */
  boolean isEndedByTime() {
    return reason.startsWith(ENDED_BY_TIME);
  }

  /** The same without where and how long it was trained, on which nothing else depends. */
  TrialRecord withoutPlace() {
    return new TrialRecord(
        key, status, reason, epochs, bestEpoch, rows, guess, last, best, curve, digest, 0, "");
  }

  private static Map<String, Integer> rows(SplitData data) {
    var rows = new LinkedHashMap<String, Integer>();
    data.splits().forEach((split, part) -> rows.put(split, part.rows()));
    return rows;
  }
}

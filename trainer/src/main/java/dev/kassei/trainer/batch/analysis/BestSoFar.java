package dev.kassei.trainer.batch.analysis;

import dev.kassei.trainer.batch.TrialResult;
import dev.kassei.trainer.batch.TrialStatus;
import dev.kassei.trainer.config.BatchConfig;
import dev.kassei.trainer.config.ExperimentException;
import dev.kassei.trainer.config.TrialConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The compared value with the best mean of the trials that have ended, while a batch runs. It is
 * for watching: which trials have ended is not the same for all values, and nothing is tested.
 */
public final class BestSoFar {
  private final BatchConfig batch;
  private final Layout layout;
  private final Map<String, Scores> scores = new HashMap<>();
  private Optional<Yardstick> yardstick = Optional.empty();

  /** Before any trial has ended. */
  public BestSoFar(BatchConfig batch) {
    this.batch = batch;
    this.layout =
        Layout.of(
            batch.compare().axis(),
            batch.name(),
            batch.trials().stream().map(TrialConfig::axes).toList());
  }

  /**
   * A value and how it does.
   *
   * @param metric part and metric, such as {@code test.accuracy}
   * @param mean over the trials of this value that have ended
   */
  public record Leader(String value, String metric, double mean) {}

  /** Sum and number of the scores of one value. */
  private static final class Scores {
    private double sum;
    private long count;

    void add(double score) {
      sum += score;
      count++;
    }

    double mean() {
      return sum / count;
    }
  }

  /** Takes trials that have ended. A failed one has the worst score there is. */
  public void add(List<TrialResult> trials) {
    if (layout.compared().isEmpty()) {
      return;
    }
    for (TrialResult trial : trials) {
      Optional<String> method = layout.method(trial.axes());
      Optional<Double> score = score(trial);
      if (method.isPresent() && score.isPresent()) {
        scores.computeIfAbsent(method.get(), value -> new Scores()).add(score.get());
      }
    }
  }

  /** The one ahead; empty where nothing is compared, or nothing has a finite mean. */
  public Optional<Leader> leader() {
    return yardstick.flatMap(this::leader);
  }

  /** Empty before one has completed, and where a trial lacks the metric, which the end reports. */
  private Optional<Double> score(TrialResult trial) {
    boolean isComplete = trial.record().status() == TrialStatus.COMPLETED;
    if (yardstick.isEmpty() && !isComplete) {
      return Optional.empty();
    }
    try {
      if (yardstick.isEmpty()) {
        var config = batch.trials().get(0).config();
        yardstick = Optional.of(Yardstick.of(batch.compare(), config, List.of(trial.record())));
      }
      Yardstick by = yardstick.get();
      return Optional.of(isComplete ? by.score(trial) : by.scoring().failed());
    } catch (ExperimentException e) {
      return Optional.empty();
    }
  }

  private Optional<Leader> leader(Yardstick by) {
    return scores.entrySet().stream()
        .map(each -> new Leader(each.getKey(), by.measure().toString(), each.getValue().mean()))
        .filter(each -> Double.isFinite(each.mean()))
        .reduce((a, b) -> isAhead(a, b, by.scoring().higherIsBetter()) ? a : b);
  }

  /** Of equals the one whose name comes first. */
  private static boolean isAhead(Leader a, Leader b, boolean isHigherBetter) {
    int order =
        isHigherBetter ? Double.compare(b.mean(), a.mean()) : Double.compare(a.mean(), b.mean());
    return order < 0 || (order == 0 && a.value().compareTo(b.value()) < 0);
  }
}

package dev.kassei.batch.analysis;

import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.plan.TrialConfig;
import dev.kassei.batch.run.TrialResult;
import dev.kassei.batch.run.TrialStatus;
import dev.kassei.experiment.config.ExperimentException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The compared value with the best mean while a batch runs, over those data sets and settings in
 * which all values that have ended anywhere have ended trials. It is for watching: nothing is
 * tested.
 */
public final class BestSoFar {
  private final BatchConfig batch;
  private final Layout layout;
  private final Map<String, Map<Place, Scores>> scores = new LinkedHashMap<>();
  private Optional<Criterion> criterion = Optional.empty();

  /** Before any trial has ended. */
  public BestSoFar(BatchConfig batch) {
    this.batch = batch;
    this.layout =
        Layout.of(
            batch.compare().axis(),
            batch.name(),
            batch.drawn(),
            batch.trials().stream().map(TrialConfig::axes).toList());
  }

  /**
   * A value and how it does.
   *
   * @param metric split and metric, such as {@code test.accuracy}
   * @param mean over the means in single data sets and settings
   */
  public record Leader(String value, String metric, double mean) {}

  /** Where values meet on equal terms. */
  private record Place(Optional<String> dataset, Map<String, String> setting) {}

  /** Sum and number of the scores of one value in one place. */
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
        var place = new Place(layout.dataset(trial.axes()), layout.setting(trial.axes()));
        scores
            .computeIfAbsent(method.get(), value -> new LinkedHashMap<>())
            .computeIfAbsent(place, key -> new Scores())
            .add(score.get());
      }
    }
  }

  /**
   * The one ahead; empty where nothing is compared, values have not met, or none has a finite mean.
   */
  public Optional<Leader> leader() {
    return criterion.flatMap(this::leader);
  }

  /** Empty before one has completed, and where a trial lacks the metric, which the end reports. */
  private Optional<Double> score(TrialResult trial) {
    boolean isComplete = trial.record().status() == TrialStatus.COMPLETED;
    if (criterion.isEmpty() && !isComplete) {
      return Optional.empty();
    }
    try {
      if (criterion.isEmpty()) {
        var config = batch.trials().get(0).config();
        criterion = Optional.of(Criterion.of(batch.compare(), config, List.of(trial.record())));
      }
      Criterion by = criterion.get();
      return Optional.of(isComplete ? by.score(trial) : by.scoring().failed());
    } catch (ExperimentException e) {
      return Optional.empty();
    }
  }

  private Optional<Leader> leader(Criterion by) {
    Set<Place> common = common();
    return scores.entrySet().stream()
        .map(
            each ->
                new Leader(each.getKey(), by.measure().toString(), mean(each.getValue(), common)))
        .filter(each -> Double.isFinite(each.mean()))
        .reduce((a, b) -> isAhead(a, b, by.scoring().higherIsBetter()) ? a : b);
  }

  private Set<Place> common() {
    Iterator<Map<Place, Scores>> values = scores.values().iterator();
    var common = new LinkedHashSet<Place>();
    if (values.hasNext()) {
      common.addAll(values.next().keySet());
    }
    values.forEachRemaining(each -> common.retainAll(each.keySet()));
    return common;
  }

  /** NaN where there is no place. */
  private static double mean(Map<Place, Scores> scores, Set<Place> places) {
    return places.stream()
        .mapToDouble(place -> scores.get(place).mean())
        .average()
        .orElse(Double.NaN);
  }

  /** Of equals the one whose name comes first. */
  private static boolean isAhead(Leader a, Leader b, boolean higherIsBetter) {
    int order =
        higherIsBetter ? Double.compare(b.mean(), a.mean()) : Double.compare(a.mean(), b.mean());
    return order < 0 || (order == 0 && a.value().compareTo(b.value()) < 0);
  }
}

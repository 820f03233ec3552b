package dev.kassei.batch.analysis;

import dev.kassei.api.Epoch;
import dev.kassei.api.Metric;
import dev.kassei.api.value.Numbers;
import dev.kassei.batch.plan.Compare;
import dev.kassei.batch.plan.ComparedEpoch;
import dev.kassei.batch.run.TrialRecord;
import dev.kassei.batch.run.TrialResult;
import dev.kassei.batch.run.TrialStatus;
import dev.kassei.batch.statistics.Scoring;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.experiment.config.LayerStatistics;
import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.experiment.config.Measure;
import dev.kassei.experiment.plugin.Families;
import dev.kassei.experiment.plugin.PluginEntry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What trials are judged by.
 *
 * @param measure split and metric
 * @param epoch the epoch that counts
 * @param scoring how the metric is read
 * @param undecided what a trial is worth that completed without a score, by the number of classes
 */
record Criterion(
    Measure measure, ComparedEpoch epoch, Scoring scoring, IntToDoubleFunction undecided) {
  private static final String KEY = "batch.compare";
  private static final String LOSS = "loss";

  /** How shares of dead and saturated units are read. */
  private static final Scoring NOTHING_IS_BEST = new Scoring(false, 1, 0);

  private static final Scoring EPOCHS = new Scoring(false, Double.POSITIVE_INFINITY, 1);

  private static final List<String> DEFAULTS =
      List.of(
          "test.accuracy",
          "test.loss",
          "validation.accuracy",
          "validation.loss",
          "train.accuracy",
          Epoch.RUNNING_LOSS);

  static Criterion of(AnalysisInput input) {
    List<TrialRecord> ended =
        input.trials().stream()
            .flatMap(trial -> trial.result().stream())
            .map(TrialResult::record)
            .toList();
    return of(input.compare(), input.trials().get(0).config().config(), ended);
  }

  /**
   * What is compared.
   *
   * @param config of any trial
   * @param ended the trials that tell the default for the data where that was not fixed
   */
  static Criterion of(Compare compare, LoadedConfig config, List<TrialRecord> ended) {
    Measure measure = compare.measure().orElseGet(() -> defaultMeasure(ended, compare.epoch()));
    return new Criterion(
        measure, compare.epoch(), scoring(measure, config), undecided(measure, config));
  }

  /** Accuracy of the test split, else its loss, else those of the validation split, and so on. */
  private static Measure defaultMeasure(List<TrialRecord> ended, ComparedEpoch epoch) {
    List<Set<String>> measured =
        ended.stream()
            .filter(record -> record.status() == TrialStatus.COMPLETED)
            .map(record -> names(record, epoch))
            .toList();
    return DEFAULTS.stream()
        .filter(name -> !measured.isEmpty() && measured.stream().allMatch(it -> it.contains(name)))
        .findFirst()
        .map(Measure::parse)
        .orElseGet(() -> new Measure("train", LOSS));
  }

  /** What a trial has; what its epochs have is less. */
  private static Set<String> names(TrialRecord record, ComparedEpoch epoch) {
    return epoch.kind() == ComparedEpoch.Kind.NUMBER
        ? record.curve().stream().findFirst().map(it -> it.metrics().keySet()).orElse(Set.of())
        : record.last().keySet();
  }

  /** How a metric is read: a loss is small if it is good, and has no worst value. */
  static Scoring scoring(Measure measure, LoadedConfig config) {
    if (measure.isLoss()) {
      return Scoring.LOSS;
    }
    if (isOfLayers(measure)) {
      return NOTHING_IS_BEST;
    }
    if (measure.isEpochsToTarget()) {
      return EPOCHS;
    }
    Metric metric = metric(measure.metric(), config);
    return new Scoring(metric.higherIsBetter(), metric.worst(), metric.best());
  }

  /** A loss that is not defined is no guess, but as bad as a failure. */
  private static IntToDoubleFunction undecided(Measure measure, LoadedConfig config) {
    return measure.isLoss() || isOfLayers(measure) || measure.isEpochsToTarget()
        ? classes -> Double.NaN
        : metric(measure.metric(), config)::undecided;
  }

  private static boolean isOfLayers(Measure measure) {
    return LayerStatistics.METRICS.contains(measure.metric());
  }

  private static Metric metric(String name, LoadedConfig config) {
    for (Metric metric : config.experiment().metrics()) {
      if (config.names().of(metric).equals(name)) {
        return metric;
      }
    }
    for (PluginEntry<Metric> entry : config.plugins().of(Families.METRIC).entries()) {
      if (entry.name().equals(name)) {
        return entry.defaults();
      }
    }
    throw new ExperimentException(
        KEY,
        "unknown metric '%s'; known are loss, %s"
            .formatted(name, String.join(", ", config.plugins().of(Families.METRIC).names())));
  }

  /**
   * The score of a trial; NaN if it failed or diverged. If it completed without a score, as one
   * does whose predictions are all ties, it is what guessing scores.
   *
   * @throws ExperimentException if the trial has no such metric at the epoch
   */
  double score(TrialResult trial) {
    TrialRecord record = trial.record();
    if (record.status() != TrialStatus.COMPLETED) {
      return Double.NaN;
    }
    Map<String, Double> metrics = metrics(trial);
    Double score = metrics.get(measure.toString());
    if (score == null) {
      throw new ExperimentException(
          KEY,
          "trial %s has no %s; it has %s"
              .formatted(trial.number(), measure, String.join(", ", metrics.keySet())));
    }
    return Double.isNaN(score) ? undecided.applyAsDouble(record.guess().classes()) : score;
  }

  /** Another metric of the same split and epoch; NaN where a trial has none. */
  double beside(TrialResult trial, String metric) {
    return metrics(trial).getOrDefault(new Measure(measure.split(), metric).toString(), Double.NaN);
  }

  /**
   * The average of scores repetition by repetition; NaN where that is infinite.
   *
   * @param scores of several settings, each one a repetition
   */
  double[] averaged(List<double[]> scores) {
    return IntStream.range(0, scores.get(0).length)
        .mapToDouble(i -> scoring.center(scores.stream().mapToDouble(each -> each[i]).toArray()))
        .map(center -> Double.isInfinite(center) ? Double.NaN : center)
        .toArray();
  }

  /** Whether the score is the share of right answers, whatever it is called. */
  boolean isAccuracy() {
    return scoring.equals(Scoring.ACCURACY);
  }

  /** Whether a trial completed without a score. */
  boolean isUndecided(TrialResult trial) {
    return trial.record().status() == TrialStatus.COMPLETED
        && Double.isNaN(metrics(trial).getOrDefault(measure.toString(), 0.0));
  }

  private Map<String, Double> metrics(TrialResult trial) {
    return switch (epoch.kind()) {
      case LAST -> trial.record().last();
      case BEST -> best(trial);
      case NUMBER -> saved(trial, epoch.number().orElseThrow());
    };
  }

  private static Map<String, Double> best(TrialResult trial) {
    if (trial.record().best().isEmpty()) {
      throw new ExperimentException(
          KEY,
          "the best epoch of trial %s was not recorded, since nothing was monitored in training;"
                  .formatted(trial.number())
              + " compare the last epoch, or give batch.compare.epoch: best with validation rows and"
              + " run the batch again");
    }
    return trial.record().best();
  }

  private static Map<String, Double> saved(TrialResult trial, int epoch) {
    List<Epoch> curve = trial.record().curve();
    return curve.stream()
        .filter(each -> each.epoch() == epoch)
        .findFirst()
        .map(Epoch::metrics)
        .orElseThrow(() -> new ExperimentException(KEY, absent(trial, epoch)));
  }

  private static String absent(TrialResult trial, int epoch) {
    List<Integer> saved = trial.record().curve().stream().map(Epoch::epoch).toList();
    int place = (int) saved.stream().filter(each -> each < epoch).count();
    List<String> near =
        saved.subList(Math.max(0, place - 1), Math.min(saved.size(), place + 1)).stream()
            .map(each -> Numbers.text(each))
            .toList();
    return "epoch %s of trial %s was not saved; the nearest are %s"
        .formatted(epoch, trial.number(), String.join(" and ", near));
  }
}

package dev.kassei.experiment.training;

import dev.kassei.api.Epoch;
import dev.kassei.api.Listener;
import dev.kassei.api.Predictions;
import dev.kassei.api.StepEnd;
import dev.kassei.engine.plan.Execution;
import dev.kassei.engine.plan.Plan;
import dev.kassei.experiment.config.TrainingTarget;
import dev.kassei.experiment.data.SplitData;
import dev.kassei.results.Epochs;
import dev.kassei.results.record.BestRecord;
import dev.kassei.results.record.RunEnd;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records one trial as it goes, and what came out. */
final class History {
  private final PreparedTrial trial;
  private final Optional<Listener> listener;
  private final Optional<Recording> recording;
  private final Optional<LayerHistory> layers;
  private final Optional<Best> best;
  private final Epochs epochs;
  private final Validations validations;
  private final EpochNumbers rates = new EpochNumbers();
  private final double[] values;
  private final int firstValidation;
  private Optional<String> failure = Optional.empty();
  private Map<String, Evaluation.Result> last = Map.of();
  private Map<String, Evaluation.Result> restored = Map.of();
  private Map<String, Double> lastLayers = Map.of();
  private Map<String, Double> restoredLayers = Map.of();

  History(PreparedTrial trial, Optional<Listener> listener, Execution execution) {
    this.trial = trial;
    this.listener = listener;
    this.recording = trial.plots().map(plots -> new Recording(trial, plots, execution));
    this.layers = trial.template().layers().map(watch -> new LayerHistory(trial, watch, execution));
    this.best = trial.template().monitor().map(Best::new);
    this.epochs = new Epochs(names(trial));
    List<String> validationNames = validationNames(trial);
    this.validations = new Validations(validationNames);
    this.values = new double[epochs.names().size()];
    this.firstValidation = values.length - validationNames.size();
  }

  private static List<String> names(PreparedTrial trial) {
    var names = new ArrayList<String>();
    names.add(Epoch.RUNNING_LOSS);
    if (trial.training().trainMetrics()) {
      names.addAll(trial.metrics().names(SplitData.TRAIN));
    }
    names.addAll(validationNames(trial));
    return names;
  }

  private static List<String> validationNames(PreparedTrial trial) {
    return trial.hasValidation() ? trial.metrics().names(SplitData.VALIDATION) : List.of();
  }

  /** Called with the first weights. */
  void start(Plan plan, int lane) {
    recording.ifPresent(each -> each.epochsDone(0, plan, lane));
    watchedLayers().ifPresent(each -> each.epochsDone(0, plan, lane));
  }

  /** Layers are followed from epoch to epoch where somebody watches, which is in single runs. */
  private Optional<LayerHistory> watchedLayers() {
    return listener.isPresent() ? layers : Optional.empty();
  }

  /** What a resumed trial needs. */
  TrialState state(
      TrialState.Position position,
      double[] seconds,
      Map<String, double[]> tensors,
      Map<String, double[]> memory) {
    return new TrialState(
        position, epochs.copy(), seconds, tensors, memory, best.flatMap(Best::state), recorded());
  }

  private Map<String, double[]> recorded() {
    var recorded = new LinkedHashMap<>(validations.state());
    recorded.put(Epoch.LEARNING_RATE, rates.values());
    recording.ifPresent(each -> recorded.putAll(each.state()));
    watchedLayers().ifPresent(each -> recorded.putAll(each.state()));
    return recorded;
  }

  /** Continues where a trial was. */
  void resume(TrialState state) {
    epochs.appendAll(state.epochs());
    validations.resume(state.recorded());
    rates.addAll(state.recorded().getOrDefault(Epoch.LEARNING_RATE, new double[0]));
    best.ifPresent(each -> each.resume(state.best(), measurements(each.monitor())));
    recording.ifPresent(each -> each.resume(state.recorded()));
    watchedLayers().ifPresent(each -> each.resume(state.recorded()));
  }

  private int measurements(Monitor monitor) {
    return monitor.isValidation() ? validations.size() : epochs.size();
  }

  boolean hasFailed() {
    return failure.isPresent();
  }

  void fail(String reason) {
    failure = Optional.of(reason);
  }

  /** Takes what the weights give on the validation rows, within an epoch or at its end. */
  void validated(Evaluation.Result result, Plan plan, int lane) {
    Map<String, Double> metrics = trial.metrics().of(SplitData.VALIDATION, result);
    validations.add(plan.step(lane), epochs.size(), metrics);
    if (best.isPresent() && best.get().monitor().isValidation()) {
      double now = validations.latest(best.get().monitor().metric());
      best.get().update(now, epochs.size(), plan, lane);
    }
  }

  /** Whether the weights after so many steps have been validated. */
  boolean isValidated(long step) {
    return validations.isMadeAt(step);
  }

  /** Takes what the weights at an epoch's end give on the training rows. */
  void measuredTrain(Evaluation.Result result) {
    int i = 1;
    for (double value : trial.metrics().of(SplitData.TRAIN, result).values()) {
      values[i++] = value;
    }
  }

  /**
   * Called after each epoch, and after all that is measured at its end.
   *
   * @param runningLoss the mean over the epoch's rows, each before the update of its batch
   * @param rate the learning rate of its last step
   */
  void epoch(double runningLoss, double rate, Plan plan, int lane) {
    values[0] = runningLoss;
    boolean isWhole = validations.hasOf(epochs.size());
    if (isWhole) {
      validations.putLatest(values, firstValidation);
    }
    epochs.append(isWhole ? values.length : firstValidation, values);
    rates.add(rate);
    if (best.isPresent() && !best.get().monitor().isValidation()) {
      best.get().update(runningLoss, epochs.size() - 1, plan, lane);
    }
    if (recording.isPresent()) {
      recording.get().epochsDone(epochs.size(), plan, lane);
    }
    watchedLayers().ifPresent(each -> each.epochsDone(epochs.size(), plan, lane));
    if (listener.isPresent()) {
      listener.get().epochEnded(RatedEpochs.rated(epochs.get(epochs.size() - 1), rate));
    }
  }

  /** Called after each step. */
  void stepEnded(long step, int epoch, StepLoss loss) {
    if (listener.isPresent()) { // not by a lambda, which would be an object a step
      listener.get().stepEnded(new StepEnd(step, epoch, loss.rows(), loss.mean()));
    }
  }

  /** The validation losses so far, as a view; empty without validation data. */
  List<Double> validationLosses() {
    return validations.losses();
  }

  /** Whether early stopping ends the trial. */
  boolean hasStalled() {
    return best.isPresent() && best.get().hasStalled();
  }

  /**
   * Takes what the last weights give, which the plan holds. A trial without a finite loss at the
   * end has failed.
   */
  void ended(Map<String, Evaluation.Result> evaluations, Plan plan, int lane) {
    last = evaluations;
    if (failure.isEmpty() && !Double.isFinite(evaluations.get(SplitData.TRAIN).loss())) {
      fail(Divergence.describe(trial, plan, lane));
    }
    // an epoch that a failure ended counts
    int done = epochs.size() + (failure.isPresent() ? 1 : 0);
    lastLayers = layers.map(each -> each.metrics(plan, lane)).orElse(Map.of());
    watchedLayers().ifPresent(each -> each.ended(done, plan, lane));
    if (!hasBetter(plan, lane) || !restoresBest()) {
      record(done, plan, lane);
    }
  }

  /** Whether there is a best epoch and it was not the last. */
  boolean hasBetter(Plan plan, int lane) {
    return best.isPresent()
        && failure.isEmpty()
        && best.get().epoch() >= 0
        && best.get().step() < plan.step(lane);
  }

  /** Puts the best weights into the plan. */
  void loadBest(Plan plan, int lane) {
    best.ifPresent(each -> each.load(plan, lane));
  }

  /** Takes what the best weights give, which the plan holds. */
  void restored(Map<String, Evaluation.Result> evaluations, Plan plan, int lane) {
    restored = evaluations;
    restoredLayers = layers.map(each -> each.metrics(plan, lane)).orElse(Map.of());
    if (isRestored()) {
      record(best.orElseThrow().epoch() + 1, plan, lane);
    }
  }

  /** Takes the pictures of the result, whose weights are those after so many epochs. */
  private void record(int epochs, Plan plan, int lane) {
    recording.ifPresent(each -> each.trained(epochs, plan, lane));
  }

  private boolean isRestored() {
    return !restored.isEmpty() && restoresBest();
  }

  /**
   * The whole outcome.
   *
   * @param end why training ended, if it did not fail
   * @param stopReason why a listener ended it, if one did
   * @param tensors those that are the result
   * @param others the last ones, where the best are the result, or the best
   */
  Outcome outcome(
      Plan plan,
      int lane,
      RunEnd end,
      Optional<String> stopReason,
      Map<String, NamedTensor> tensors,
      Map<String, NamedTensor> others,
      double[] seconds) {
    listener.ifPresent(Listener::trainingEnded);
    var predictions = new LinkedHashMap<String, Predictions>();
    var result = isRestored() ? restored : last;
    result.forEach((split, evaluation) -> predictions.put(split, evaluation.predictions()));
    return new Outcome(
        failure,
        failure.isPresent() ? RunEnd.DIVERGENCE : end,
        stopReason,
        plan.step(lane),
        epochs,
        seconds,
        best.map(Best::epoch).orElse(-1),
        bestRecord(),
        isRestored() ? restoredMetrics() : metrics(last, lastLayers),
        restored.isEmpty() ? metrics(last, lastLayers) : restoredMetrics(),
        predictions,
        tensors,
        others,
        trial.template().learner().runsSolo() ? new double[0] : rates.values(),
        validations.table(),
        recording.flatMap(Recording::surfaces),
        recording.map(Recording::histograms).orElse(List.of()),
        recording.map(Recording::activationParameters).orElse(List.of()),
        recording.map(Recording::activationCurves).orElse(List.of()),
        layers.map(LayerHistory::records).orElse(List.of()),
        listener.isPresent() ? InitialGains.of(trial.network()) : Map.of());
  }

  private Optional<BestRecord> bestRecord() {
    return best.filter(each -> each.epoch() >= 0)
        .map(each -> new BestRecord(each.monitor().metric(), each.epoch(), restoresBest()));
  }

  private Map<String, Double> restoredMetrics() {
    return metrics(restored, restoredLayers);
  }

  private Map<String, Double> metrics(
      Map<String, Evaluation.Result> evaluations, Map<String, Double> ofLayers) {
    var all = new LinkedHashMap<String, Double>();
    evaluations.forEach((split, evaluation) -> all.putAll(trial.metrics().of(split, evaluation)));
    all.putAll(ofLayers);
    trial.training().target().ifPresent(target -> all.put(target.metric(), epochsTo(target)));
    return all;
  }

  /** The number of epochs until the first that reached it; infinite if none has. */
  private double epochsTo(TrainingTarget target) {
    boolean higherIsBetter = trial.metrics().higherIsBetter(target.monitor());
    for (int epoch = 0; epoch < epochs.size(); epoch++) {
      if (target.isReached(epochs.value(target.monitor(), epoch), higherIsBetter)) {
        return epoch + 1;
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  /** Whether somebody watches, which is in single runs: these save more than others. */
  boolean isWatched() {
    return listener.isPresent();
  }

  /** Whether the weights of the best epoch are the result, where there are such. */
  boolean restoresBest() {
    return best.isPresent() && best.get().monitor().restoreBest();
  }
}

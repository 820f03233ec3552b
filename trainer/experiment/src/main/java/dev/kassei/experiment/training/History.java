package dev.kassei.experiment.training;

import dev.kassei.api.Epoch;
import dev.kassei.api.Listener;
import dev.kassei.api.Predictions;
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
  private static final String VALIDATION_LOSS = SplitData.VALIDATION + ".loss";

  private final PreparedTrial trial;
  private final Optional<Listener> listener;
  private final Optional<Recording> recording;
  private final Optional<LayerHistory> layers;
  private final Optional<Best> best;
  private final Epochs epochs;
  private final double[] values;
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
    this.values = new double[epochs.names().size()];
  }

  private static List<String> names(PreparedTrial trial) {
    var names = new ArrayList<String>();
    names.add(Epoch.RUNNING_LOSS);
    if (trial.hasValidation()) {
      names.addAll(trial.metrics().names(SplitData.VALIDATION));
    }
    return names;
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
    var all = new LinkedHashMap<String, double[]>();
    recording.ifPresent(each -> all.putAll(each.state()));
    watchedLayers().ifPresent(each -> all.putAll(each.state()));
    return all;
  }

  /** Continues where a trial was. */
  void resume(TrialState state) {
    epochs.appendAll(state.epochs());
    best.ifPresent(each -> each.resume(state.best(), epochs.size()));
    recording.ifPresent(each -> each.resume(state.recorded()));
    watchedLayers().ifPresent(each -> each.resume(state.recorded()));
  }

  boolean hasFailed() {
    return failure.isPresent();
  }

  void fail(String reason) {
    failure = Optional.of(reason);
  }

  /**
   * Called after each epoch.
   *
   * @param runningLoss the mean over the epoch's rows, each before the update of its batch
   * @param validation with the weights after the epoch; empty without a validation split
   */
  void epoch(double runningLoss, Optional<Evaluation.Result> validation, Plan plan, int lane) {
    values[0] = runningLoss;
    if (validation.isPresent()) {
      int i = 1;
      for (double value : trial.metrics().of(SplitData.VALIDATION, validation.get()).values()) {
        values[i++] = value;
      }
    }
    epochs.append(values);
    if (best.isPresent()) {
      best.get().update(epochs, plan, lane);
    }
    if (recording.isPresent()) {
      recording.get().epochsDone(epochs.size(), plan, lane);
    }
    watchedLayers().ifPresent(each -> each.epochsDone(epochs.size(), plan, lane));
    if (listener.isPresent()) {
      listener.get().epochEnded(epochs.get(epochs.size() - 1));
    }
  }

  /** The validation loss after each epoch so far, as a view; empty without validation data. */
  List<Double> validationLosses() {
    return epochs.values(VALIDATION_LOSS);
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
      fail("the loss is not a finite number after the last step, " + plan.step(lane));
    }
    // an epoch that a failure ended counts
    int done = epochs.size() + (failure.isPresent() ? 1 : 0);
    lastLayers = layers.map(each -> each.metrics(plan, lane)).orElse(Map.of());
    watchedLayers().ifPresent(each -> each.ended(done, plan, lane));
    if (!hasBetter() || !restoresBest()) {
      record(done, plan, lane);
    }
  }

  /** Whether there is a best epoch and it was not the last. */
  boolean hasBetter() {
    return best.isPresent()
        && failure.isEmpty()
        && best.get().epoch() >= 0
        && best.get().epoch() < epochs.size() - 1;
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
   * @param tensors those that are the result
   */
  Outcome outcome(
      Plan plan, int lane, RunEnd end, Map<String, NamedTensor> tensors, double[] seconds) {
    listener.ifPresent(Listener::trainingEnded);
    var predictions = new LinkedHashMap<String, Predictions>();
    var result = isRestored() ? restored : last;
    result.forEach((split, evaluation) -> predictions.put(split, evaluation.predictions()));
    return new Outcome(
        failure,
        failure.isPresent() ? RunEnd.DIVERGENCE : end,
        plan.step(lane),
        epochs,
        seconds,
        best.map(Best::epoch).orElse(-1),
        bestRecord(),
        isRestored() ? restoredMetrics() : metrics(last, lastLayers),
        restored.isEmpty() ? metrics(last, lastLayers) : restoredMetrics(),
        predictions,
        tensors,
        recording.flatMap(Recording::surfaces),
        recording.map(Recording::histograms).orElse(List.of()),
        recording.map(Recording::activationParameters).orElse(List.of()),
        recording.map(Recording::activationCurves).orElse(List.of()),
        layers.map(LayerHistory::records).orElse(List.of()));
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

  /** Whether the weights of the best epoch are the result, where there are such. */
  boolean restoresBest() {
    return best.isPresent() && best.get().monitor().restoreBest();
  }
}

package dev.kassei.trainer.training;

import dev.kassei.api.Listener;
import dev.kassei.api.Predictions;
import dev.kassei.api.result.EpochRecord;
import dev.kassei.trainer.dataset.Part;
import dev.kassei.trainer.dataset.SplitData;
import dev.kassei.trainer.engine.plan.Execution;
import dev.kassei.trainer.engine.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records one trial as it goes, and evaluates it. */
final class History {
  private final Trial trial;
  private final Listener listener;
  private final Optional<Recording> recording;
  private final List<EpochRecord> epochs = new ArrayList<>();
  private final List<Double> epochSeconds = new ArrayList<>();
  private Optional<String> failure = Optional.empty();
  private long start;

  History(Trial trial, Listener listener, Execution execution) {
    this.trial = trial;
    this.listener = listener;
    this.recording = trial.plots().map(plots -> new Recording(trial, plots, execution));
  }

  /** Called with the first weights. */
  void start(Plan plan, int lane) {
    recording.ifPresent(each -> each.epochsDone(0, plan, lane));
  }

  void startEpoch() {
    start = System.nanoTime();
  }

  void fail(String reason) {
    failure = Optional.of(reason);
  }

  void epoch(int number, double trainLoss, Plan plan, int lane) {
    var values = new LinkedHashMap<String, Double>();
    values.put(SplitData.TRAIN + ".loss", trainLoss);
    Part validation = trial.data().parts().get(SplitData.VALIDATION);
    if (validation != null) {
      values.putAll(trial.metrics().of(SplitData.VALIDATION, evaluate(plan, lane, validation)));
    }
    var record = new EpochRecord(number, values);
    epochs.add(record);
    epochSeconds.add((System.nanoTime() - start) * 1e-9);
    recording.ifPresent(each -> each.epochsDone(epochs.size(), plan, lane));
    listener.epochEnded(record);
  }

  /** What came out; a trial that did not fail but has no finite loss at the end has failed. */
  Outcome outcome(Plan plan, int lane) {
    // an epoch that a failure ended counts
    int epochsBegun = epochs.size() + (failure.isPresent() ? 1 : 0);
    recording.ifPresent(each -> each.trained(epochsBegun, plan, lane));
    var values = new LinkedHashMap<String, Double>();
    var predictions = new LinkedHashMap<String, Predictions>();
    trial
        .data()
        .parts()
        .forEach(
            (name, part) -> {
              Evaluation evaluation = evaluate(plan, lane, part);
              values.putAll(trial.metrics().of(name, evaluation));
              predictions.put(name, evaluation.predictions());
            });
    if (failure.isEmpty() && !Double.isFinite(values.get(SplitData.TRAIN + ".loss"))) {
      fail("the loss is not a finite number after the last step, " + plan.step(lane));
    }
    listener.trainingEnded();
    return new Outcome(
        failure,
        plan.step(lane),
        epochs,
        epochSeconds,
        values,
        predictions,
        tensors(plan, lane),
        recording.flatMap(Recording::surfaces),
        recording.map(Recording::histograms).orElse(List.of()));
  }

  private Evaluation evaluate(Plan plan, int lane, Part part) {
    return Evaluation.of(plan, lane, part, trial.data().target(), trial.network().outputs());
  }

  private static Map<String, NamedTensor> tensors(Plan plan, int lane) {
    var tensors = new LinkedHashMap<String, NamedTensor>();
    for (String name : plan.tensors().names()) {
      tensors.put(
          name,
          new NamedTensor(
              plan.tensors().declaration(name),
              plan.tensors().shape(name),
              plan.tensors().read(name, lane)));
    }
    return tensors;
  }
}

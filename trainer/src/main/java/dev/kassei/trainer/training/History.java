package dev.kassei.trainer.training;

import dev.kassei.api.Listener;
import dev.kassei.api.Predictions;
import dev.kassei.api.result.EpochRecord;
import dev.kassei.trainer.dataset.Part;
import dev.kassei.trainer.dataset.SplitData;
import dev.kassei.trainer.engine.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records a training run as it goes, and evaluates. */
final class History {
  private final SplitData data;
  private final Network network;
  private final Metrics metrics;
  private final Listener listener;
  private final List<EpochRecord> epochs = new ArrayList<>();
  private final List<Double> epochSeconds = new ArrayList<>();

  History(SplitData data, Network network, Metrics metrics, Listener listener) {
    this.data = data;
    this.network = network;
    this.metrics = metrics;
    this.listener = listener;
  }

  void epoch(int number, double trainLoss, Plan plan, double seconds) {
    var values = new LinkedHashMap<String, Double>();
    values.put(SplitData.TRAIN + ".loss", trainLoss);
    Part validation = data.parts().get(SplitData.VALIDATION);
    if (validation != null) {
      values.putAll(metrics.of(SplitData.VALIDATION, evaluate(plan, validation)));
    }
    var record = new EpochRecord(number, values);
    epochs.add(record);
    epochSeconds.add(seconds);
    listener.epochEnded(record);
  }

  Outcome outcome(Plan plan, Optional<String> failure) {
    var values = new LinkedHashMap<String, Double>();
    var predictions = new LinkedHashMap<String, Predictions>();
    data.parts()
        .forEach(
            (name, part) -> {
              Evaluation evaluation = evaluate(plan, part);
              values.putAll(metrics.of(name, evaluation));
              predictions.put(name, evaluation.predictions());
            });
    listener.trainingEnded();
    return new Outcome(
        failure,
        plan.step(0),
        List.copyOf(epochs),
        List.copyOf(epochSeconds),
        values,
        predictions,
        tensors(plan));
  }

  private Evaluation evaluate(Plan plan, Part part) {
    return Evaluation.of(plan, 0, part, data.target(), network.outputs());
  }

  private static Map<String, NamedTensor> tensors(Plan plan) {
    var tensors = new LinkedHashMap<String, NamedTensor>();
    for (String name : plan.tensorNames()) {
      tensors.put(
          name, new NamedTensor(plan.declaration(name), plan.shape(name), plan.read(name, 0)));
    }
    return tensors;
  }
}

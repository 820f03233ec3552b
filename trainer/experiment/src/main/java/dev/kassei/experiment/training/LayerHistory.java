package dev.kassei.experiment.training;

import dev.kassei.engine.plan.Execution;
import dev.kassei.engine.plan.Plan;
import dev.kassei.results.record.LayerRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The layers of a trial's network as it is trained. Mutable. */
final class LayerHistory {
  private final PreparedTrial trial;
  private final LayerWatch watch;
  private final Execution execution;
  private final List<LayerRecord> records = new ArrayList<>();
  private Optional<LayerProbe> probe = Optional.empty();
  private int measured = -1;

  LayerHistory(PreparedTrial trial, LayerWatch watch, Execution execution) {
    this.trial = trial;
    this.watch = watch;
    this.execution = execution;
  }

  /** Called with the first weights and after each epoch; measures them if it is time. */
  void epochsDone(int epochs, Plan plan, int lane) {
    if (epochs % watch.settings().every() == 0) {
      add(epochs, plan, lane);
    }
  }

  /** Called with the last weights, which so many epochs have made. */
  void ended(int epochs, Plan plan, int lane) {
    if (epochs != measured) {
      add(epochs, plan, lane);
    }
  }

  private void add(int epochs, Plan plan, int lane) {
    LayerProbe own = probe.orElseGet(this::probe);
    probe = Optional.of(own);
    records.addAll(own.measure(plan, lane).records(epochs));
    measured = epochs;
  }

  /** The whole network in a few numbers, as metrics are; its plan is not needed for longer. */
  Map<String, Double> metrics(Plan plan, int lane) {
    LayerMeasurement now = probe.orElseGet(this::probe).measure(plan, lane);
    return now.metrics(watch.settings().splitName());
  }

  private LayerProbe probe() {
    return new LayerProbe(trial, watch, execution);
  }

  /** All that was measured, in the order of time. */
  List<LayerRecord> records() {
    return List.copyOf(records);
  }
}

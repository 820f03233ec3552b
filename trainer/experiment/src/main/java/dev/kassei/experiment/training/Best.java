package dev.kassei.experiment.training;

import dev.kassei.engine.plan.Plan;
import dev.kassei.results.Epochs;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The best epoch of a trial so far, with its weights. */
final class Best {
  private final Monitor monitor;
  private final Map<String, double[]> tensors = new LinkedHashMap<>();
  private double value;
  private int epoch = -1;
  private int waited;

  Best(Monitor monitor) {
    this.monitor = monitor;
    this.value = monitor.worst();
  }

  Monitor monitor() {
    return monitor;
  }

  /** Called after each epoch. */
  void update(Epochs epochs, Plan plan, int lane) {
    int last = epochs.size() - 1;
    double now = epochs.value(monitor.metric(), last);
    waited++;
    if (monitor.isBetter(now, value)) {
      value = now;
      epoch = last;
      waited = 0;
      plan.tensors().names().forEach(name -> tensors.put(name, plan.tensors().read(name, lane)));
    }
  }

  /** Whether it is time to stop. */
  boolean hasStalled() {
    return waited >= monitor.patience();
  }

  /** The best epoch, from 0; -1 if there is none. */
  int epoch() {
    return epoch;
  }

  /** What a resumed trial needs; empty before there is a best epoch. */
  Optional<TrialState.Best> state() {
    return epoch < 0
        ? Optional.empty()
        : Optional.of(new TrialState.Best(epoch, waited, value, Map.copyOf(tensors)));
  }

  /** Continues from a state after so many epochs. */
  void resume(Optional<TrialState.Best> state, int epochs) {
    if (state.isEmpty()) {
      waited = epochs;
      return;
    }
    epoch = state.get().epoch();
    waited = state.get().waited();
    value = state.get().value();
    tensors.putAll(state.get().tensors());
  }

  /** Puts the best weights in the place of the last ones. */
  void load(Plan plan, int lane) {
    tensors.forEach((name, values) -> plan.tensors().write(name, lane, values));
  }
}

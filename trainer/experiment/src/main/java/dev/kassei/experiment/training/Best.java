package dev.kassei.experiment.training;

import dev.kassei.engine.plan.Plan;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The best epoch of a trial so far, with its weights. */
final class Best {
  private final Monitor monitor;
  private final Map<String, double[]> tensors = new LinkedHashMap<>();
  private double value;
  private int epoch = -1;
  private long step;
  private int waited;

  Best(Monitor monitor) {
    this.monitor = monitor;
    this.value = monitor.worst();
  }

  Monitor monitor() {
    return monitor;
  }

  /**
   * Called whenever what is monitored was measured.
   *
   * @param during the epoch within which, or at whose end, that was
   */
  void update(double now, int during, Plan plan, int lane) {
    waited++;
    if (monitor.isBetter(now, value)) {
      value = now;
      epoch = during;
      step = plan.step(lane);
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

  /** How many steps have made the best weights. */
  long step() {
    return step;
  }

  /** What a resumed trial needs; empty before there is a best epoch. */
  Optional<TrialState.Best> state() {
    return epoch < 0
        ? Optional.empty()
        : Optional.of(new TrialState.Best(epoch, step, waited, value, Map.copyOf(tensors)));
  }

  /** Continues from a state after so many measurements. */
  void resume(Optional<TrialState.Best> state, int measurements) {
    if (state.isEmpty()) {
      waited = measurements;
      return;
    }
    epoch = state.get().epoch();
    step = state.get().step();
    waited = state.get().waited();
    value = state.get().value();
    tensors.putAll(state.get().tensors());
  }

  /** Puts the best weights in the place of the last ones. */
  void load(Plan plan, int lane) {
    tensors.forEach((name, values) -> plan.tensors().write(name, lane, values));
  }
}

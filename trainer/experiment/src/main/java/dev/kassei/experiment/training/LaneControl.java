package dev.kassei.experiment.training;

import dev.kassei.api.Precision;
import dev.kassei.api.RunControl;
import dev.kassei.engine.Programs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What listeners can see of a lane, and that they want it to end. */
final class LaneControl implements RunControl {
  private final Supplier<Map<String, NamedTensor>> tensors;
  private Optional<String> reason = Optional.empty();

  LaneControl(Supplier<Map<String, NamedTensor>> tensors) {
    this.tensors = tensors;
  }

  /** Why training shall end; empty if it shall not. */
  Optional<String> stopReason() {
    return reason;
  }

  @Override
  public List<String> weightNames() {
    return List.copyOf(weights().keySet());
  }

  @Override
  public double[] weights(String name) {
    Map<String, NamedTensor> weights = weights();
    NamedTensor found = weights.get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "there are no weights '%s' but %s".formatted(name, String.join(", ", weights.keySet())));
    }
    return found.tensor(name, Precision.FLOAT64).values();
  }

  @Override
  public void requestStop(String why) {
    reason = reason.or(() -> Optional.of(why));
  }

  private Map<String, NamedTensor> weights() {
    var weights = new LinkedHashMap<>(tensors.get());
    weights.keySet().removeIf(name -> name.startsWith(Programs.OPTIMIZER));
    return weights;
  }
}

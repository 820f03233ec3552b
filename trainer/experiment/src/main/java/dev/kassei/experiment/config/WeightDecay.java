package dev.kassei.experiment.config;

import dev.kassei.api.Optimizer;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The hyperparameter {@code weight_decay} of optimizers, coupled or decoupled. */
public final class WeightDecay {
  private static final String KEY = "weight_decay";

  private WeightDecay() {}

  /**
   * The same optimizer with a weight decay of 0, also of the optimizers inside it; empty if it has
   * no such hyperparameter.
   *
   * @throws IllegalArgumentException if it refuses 0
   */
  public static Optional<Optimizer> without(Optimizer optimizer) {
    if (!(optimizer instanceof Record)) {
      return Optional.empty();
    }
    RecordShape shape = RecordShape.of(optimizer.getClass());
    var values = new ArrayList<Object>();
    boolean isFound = false;
    for (RecordShape.Component component : shape.components()) {
      Object value = component.of(optimizer);
      Optional<?> other = without(component.key(), value);
      isFound |= other.isPresent();
      values.add(other.isPresent() ? other.get() : value);
    }
    return isFound ? Optional.of(create(shape, values)) : Optional.empty();
  }

  private static Optional<?> without(String key, Object value) {
    if (value instanceof Optimizer inner) {
      return without(inner);
    }
    return key.equals(KEY) && value instanceof Double ? Optional.of(0.0) : Optional.empty();
  }

  private static Optimizer create(RecordShape shape, List<Object> values) {
    try {
      return (Optimizer) shape.create(values);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(e.getCause().getMessage(), e);
    }
  }
}

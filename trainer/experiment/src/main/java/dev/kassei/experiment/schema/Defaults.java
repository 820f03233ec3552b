package dev.kassei.experiment.schema;

import dev.kassei.experiment.config.EffectiveConfig;
import dev.kassei.experiment.config.PluginNames;
import dev.kassei.experiment.config.RecordShape;
import dev.kassei.experiment.config.RecordShape.Component;
import dev.kassei.experiment.config.Slot;
import dev.kassei.experiment.config.tree.CoreSchema;
import dev.kassei.experiment.config.tree.Node;
import dev.kassei.experiment.config.tree.Node.Mapping;
import dev.kassei.experiment.config.tree.Node.Scalar;
import dev.kassei.experiment.config.tree.Node.Sequence;
import dev.kassei.experiment.plugin.Families;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The defaults of records as values of JSON. */
final class Defaults {
  private final EffectiveConfig effective = new EffectiveConfig(new PluginNames());

  /** The record with its defaults; empty if all of its keys have to be given. */
  static Optional<Object> of(RecordShape shape) {
    try {
      return shape.defaults();
    } catch (InvocationTargetException e) {
      return Optional.empty();
    }
  }

  /** The value of a component where it is short; empty if there is none, or JSON has none. */
  Optional<Object> of(Component component, Object record) {
    return component.required() || !isHeld(component.slot())
        ? Optional.empty()
        : json(effective.entry(component, component.of(record)).value());
  }

  /** Whether configurations can hold what a plugin declares. */
  private static boolean isHeld(Slot slot) {
    boolean holds = slot.inside().isPresent() || slot.isList() || slot.isMap();
    return holds
        ? isHeld(slot.inside().orElseGet(slot::element))
        : slot.isScalar() || slot.raw().isRecord() || Families.of(slot.raw()).isPresent();
  }

  private static Optional<Object> json(Node node) {
    if (node instanceof Sequence list) {
      return list(list);
    }
    return node instanceof Mapping ? Optional.empty() : scalar((Scalar) node);
  }

  private static Optional<Object> list(Sequence list) {
    var items = new ArrayList<>();
    list.items().forEach(item -> json(item).ifPresent(items::add));
    boolean isWhole = !items.isEmpty() && items.size() == list.items().size();
    return isWhole ? Optional.of(List.copyOf(items)) : Optional.empty();
  }

  private static Optional<Object> scalar(Scalar scalar) {
    if (CoreSchema.isNull(scalar)) {
      return Optional.empty();
    }
    if (CoreSchema.bool(scalar).isPresent()) {
      return CoreSchema.bool(scalar).map(value -> value);
    }
    OptionalLong integer = CoreSchema.integer(scalar);
    if (integer.isPresent()) {
      return Optional.of(integer.getAsLong());
    }
    OptionalDouble number = CoreSchema.number(scalar);
    if (number.isPresent()) {
      return Double.isFinite(number.getAsDouble())
          ? Optional.of(number.getAsDouble())
          : Optional.empty();
    }
    return Optional.of(scalar.text());
  }
}

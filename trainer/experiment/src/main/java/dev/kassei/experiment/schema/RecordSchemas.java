package dev.kassei.experiment.schema;

import dev.kassei.experiment.config.RecordShape;
import dev.kassei.experiment.config.RecordShape.Component;
import dev.kassei.experiment.config.Slot;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The schemas of records, in all forms that stand for one. */
final class RecordSchemas {
  private static final Schema TEXT = Schema.types("string", "number");

  private final Documentation documentation = new Documentation();
  private final Defaults defaults = new Defaults();
  private final SlotSchemas slots;
  private final TypeNames names;
  private final Definitions definitions;
  private final DottedPaths dotted;

  RecordSchemas(SlotSchemas slots, TypeNames names, Definitions definitions) {
    this.slots = slots;
    this.names = names;
    this.definitions = definitions;
    this.dotted = new DottedPaths(slots);
  }

  Documentation documentation() {
    return documentation;
  }

  Schema of(Class<?> type) {
    RecordShape shape = RecordShape.of(type);
    Optional<PluginMap> plugin = PluginMap.in(shape);
    return plugin
        .map(map -> slots.plugins().of(map))
        .orElseGet(() -> definitions.reference(names.of(type), () -> definition(shape)));
  }

  private Schema definition(RecordShape shape) {
    var forms = new ArrayList<Schema>();
    shape.shorthand().map(factory -> shorter(shape, factory)).ifPresent(forms::add);
    if (!shape.isText()) {
      forms.add(map(shape));
    }
    return Schema.anyOf(forms).described(documentation.of(shape.type()));
  }

  private Schema shorter(RecordShape shape, Method factory) {
    return shape.isText() ? TEXT : slots.of(Slot.of(factory.getGenericParameterTypes()[0]));
  }

  private Schema map(RecordShape shape) {
    if (shape.inline().isPresent()) {
      return slots.of(shape.inline().get().slot());
    }
    var map = new ClosedMap();
    add(map, shape.type(), shape.components(), Defaults.of(shape));
    return map.schema();
  }

  /** Adds the keys of components, and those that start with them and a dot. */
  void add(ClosedMap map, Class<?> type, List<Component> components, Optional<Object> values) {
    for (Component component : components) {
      map.key(component.key(), property(type, component, values));
      dotted
          .pattern(component.slot())
          .ifPresent(below -> map.keys(component.key() + "\\." + below, Schema.ANYTHING));
    }
  }

  /** A component with what is said of it and its default. */
  Schema property(Class<?> type, Component component, Optional<Object> values) {
    return slots
        .of(component.slot())
        .described(documentation.of(type, component.accessor().getName()))
        .defaulting(values.flatMap(record -> defaults.of(component, record)));
  }

  DottedPaths dotted() {
    return dotted;
  }
}

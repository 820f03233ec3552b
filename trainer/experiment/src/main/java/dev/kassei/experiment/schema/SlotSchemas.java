package dev.kassei.experiment.schema;

import dev.kassei.experiment.config.Slot;
import dev.kassei.experiment.plugin.Families;
import dev.kassei.experiment.plugin.Plugins;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What may stand in a slot, as {@link dev.kassei.experiment.config.Binder} reads it. */
final class SlotSchemas {
  private static final Schema TEXT = Schema.types("string", "number", "boolean");

  private final RecordSchemas records;
  private final PluginSchemas plugins;
  private final Completeness completeness;

  SlotSchemas(Plugins plugins, Definitions definitions) {
    var names = new TypeNames();
    this.records = new RecordSchemas(this, names, definitions);
    this.plugins = new PluginSchemas(this, plugins, names, definitions);
    this.completeness = new Completeness(this.plugins, definitions);
  }

  RecordSchemas records() {
    return records;
  }

  PluginSchemas plugins() {
    return plugins;
  }

  Completeness completeness() {
    return completeness;
  }

  Schema of(Slot slot) {
    Optional<Slot> inside = slot.inside();
    if (inside.isPresent()) {
      return of(inside.get()).orNull();
    }
    if (slot.isScalar()) {
      return scalar(slot);
    }
    if (slot.isList()) {
      return list(slot);
    }
    if (slot.isMap()) {
      return Schema.type("object").with("additionalProperties", of(slot.element()));
    }
    if (slot.raw().isRecord()) {
      return records.of(slot.raw());
    }
    return Families.of(slot.raw()).isPresent()
        ? plugins.of(PluginMap.alone(slot.raw()))
        : Schema.ANYTHING;
  }

  private static Schema scalar(Slot slot) {
    Class<?> type = slot.raw();
    if (type == String.class) {
      return TEXT;
    }
    if (type.isEnum()) {
      return Schema.values(constants(type));
    }
    if (type == boolean.class || type == Boolean.class) {
      return Schema.type("boolean");
    }
    return Schema.type(slot.isInteger() ? "integer" : "number");
  }

  /** Constants called true and false may be typed without quotes, and then are booleans. */
  private static List<Object> constants(Class<?> type) {
    List<String> names = Slot.names(type);
    var all = new ArrayList<Object>(names);
    names.stream()
        .filter(name -> name.equals("true") || name.equals("false"))
        .map(Boolean::valueOf)
        .forEach(all::add);
    return all;
  }

  /** One item may stand without the list; maps are merged, lists are not, so theirs are whole. */
  private Schema list(Slot slot) {
    Schema item = of(slot.element());
    Schema whole =
        completeness
            .of(slot.element())
            .map(complete -> Schema.allOf(List.of(item, complete)))
            .orElse(item);
    return Schema.anyOf(List.of(item, Schema.type("array").with("items", whole)));
  }
}

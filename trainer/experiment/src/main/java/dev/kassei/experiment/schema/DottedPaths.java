package dev.kassei.experiment.schema;

import dev.kassei.experiment.config.RecordShape;
import dev.kassei.experiment.config.RecordShape.Component;
import dev.kassei.experiment.config.Slot;
import dev.kassei.experiment.config.tree.Keys;
import dev.kassei.experiment.plugin.Families;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The paths below a slot as regular expressions, such as {@code early_stopping\.patience}, and what
 * may stand there. Below a plugin, whose type is not known, all keys of its family are possible.
 */
final class DottedPaths {
  private static final String REST = "\\..+";

  private final SlotSchemas slots;

  DottedPaths(SlotSchemas slots) {
    this.slots = slots;
  }

  /** What follows the key of a slot and a dot; empty where nothing can. */
  Optional<String> pattern(Slot slot) {
    Map<String, Schema> below = below(slot);
    return below.isEmpty()
        ? Optional.empty()
        : Optional.of("(" + String.join("|", below.keySet()) + ")");
  }

  /** The paths of components and below them. */
  Map<String, Schema> of(List<Component> components) {
    var paths = new LinkedHashMap<String, Schema>();
    for (Component component : components) {
      paths.put(component.key(), slots.of(component.slot()));
      below(component.slot())
          .forEach((path, schema) -> paths.put(component.key() + "\\." + path, schema));
    }
    return paths;
  }

  private Map<String, Schema> below(Slot slot) {
    Optional<Slot> inside = slot.inside();
    if (inside.isPresent()) {
      return below(inside.get());
    }
    if (slot.isList()) {
      return below(slot.element());
    }
    if (slot.isMap()) {
      return Map.of("[^.]+", slots.of(slot.element()));
    }
    if (slot.raw().isRecord()) {
      return record(RecordShape.of(slot.raw()));
    }
    return Families.of(slot.raw()).isPresent() ? plugin(PluginMap.alone(slot.raw())) : Map.of();
  }

  private Map<String, Schema> record(RecordShape shape) {
    Optional<PluginMap> plugin = PluginMap.in(shape);
    if (plugin.isPresent()) {
      return plugin(plugin.get());
    }
    return shape.inline().isPresent()
        ? below(shape.inline().get().slot())
        : of(shape.isText() ? List.of() : shape.components());
  }

  private Map<String, Schema> plugin(PluginMap map) {
    var paths = new LinkedHashMap<>(of(map.beside()));
    paths.put(Keys.TYPE, slots.plugins().words(map));
    paths.put(Keys.NAME, Schema.ANYTHING);
    paths.put(Keys.LIKE, Schema.ANYTHING);
    slots.plugins().keys(map).forEach((key, schema) -> paths.putIfAbsent(key, schema));
    slots.plugins().openKeys(map).forEach(key -> paths.putIfAbsent(key + REST, Schema.ANYTHING));
    return paths;
  }
}

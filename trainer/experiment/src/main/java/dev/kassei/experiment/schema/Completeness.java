package dev.kassei.experiment.schema;

import dev.kassei.experiment.config.RecordShape;
import dev.kassei.experiment.config.RecordShape.Component;
import dev.kassei.experiment.config.Slot;
import dev.kassei.experiment.config.tree.Keys;
import dev.kassei.experiment.plugin.Families;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What must stand in a slot that nothing is merged with. A file that extends another, and the
 * experiment of a batch, may leave it out, so that it is kept apart from what may stand.
 */
final class Completeness {
  private static final String PREFIX = "complete.";

  private final PluginSchemas plugins;
  private final Definitions definitions;

  Completeness(PluginSchemas plugins, Definitions definitions) {
    this.plugins = plugins;
    this.definitions = definitions;
  }

  /** Empty where nothing is required. */
  Optional<Schema> of(Slot slot) {
    Optional<Slot> inside = slot.inside();
    if (inside.isPresent()) {
      return of(inside.get());
    }
    if (slot.isList()) {
      return of(slot.element());
    }
    if (slot.isMap()) {
      return of(slot.element()).map(each -> Schema.of("additionalProperties", each));
    }
    if (slot.raw().isRecord()) {
      return of(RecordShape.of(slot.raw()));
    }
    return Families.of(slot.raw()).isPresent()
        ? Optional.of(plugin(PluginMap.alone(slot.raw())))
        : Optional.empty();
  }

  private Optional<Schema> of(RecordShape shape) {
    Optional<PluginMap> plugin = PluginMap.in(shape);
    return plugin.isPresent() ? plugin.map(this::plugin) : components(shape, shape.components());
  }

  /** What must stand in the map of a record. */
  Optional<Schema> components(RecordShape shape, List<Component> components) {
    boolean hasDefaults = Defaults.of(shape).isPresent();
    List<String> required =
        components.stream()
            .filter(component -> component.slot().inside().isEmpty() && !component.inline())
            .filter(component -> component.required() || !hasDefaults)
            .map(Component::key)
            .toList();
    var inner = new LinkedHashMap<String, Schema>();
    components.forEach(
        component -> of(component.slot()).ifPresent(each -> inner.put(component.key(), each)));
    if (required.isEmpty() && inner.isEmpty()) {
      return Optional.empty();
    }
    Schema complete = inner.isEmpty() ? Schema.ANYTHING : Schema.of("properties", inner);
    return Optional.of(required.isEmpty() ? complete : requiring(required, complete));
  }

  /** Dotted keys may give what is required. */
  private static Schema requiring(List<String> keys, Schema schema) {
    String dotted = "^(" + String.join("|", keys) + ")\\.";
    Schema undotted = Schema.of("propertyNames", Schema.not(Schema.of("pattern", dotted)));
    return schema.with("if", undotted).with("then", Schema.of("required", keys));
  }

  private Schema plugin(PluginMap map) {
    return definitions.reference(PREFIX + plugins.name(map), () -> definition(map));
  }

  private Schema definition(PluginMap map) {
    var demands = new ArrayList<Schema>();
    var bare = new ArrayList<String>();
    for (KnownPlugin plugin : plugins.all(map)) {
      Optional<Schema> own = own(plugin);
      own.map(demand -> Schema.when(plugin.isMeant(), demand)).ifPresent(demands::add);
      if (own.isEmpty() || !isRequiring(plugin)) {
        bare.add(plugin.name());
        bare.addAll(plugin.aliases());
      }
    }
    Schema named = Schema.values(bare);
    Schema text =
        plugins.takesFormula(map) ? Schema.anyOf(List.of(named, PluginSchemas.FORMULA)) : named;
    demands.add(Schema.when(Schema.type("string"), text));
    if (map.isTyped()) {
      demands.add(Schema.when(Schema.type("object"), typed(map)));
    }
    map.around().flatMap(shape -> components(shape, map.beside())).ifPresent(demands::add);
    return Schema.allOf(demands);
  }

  private Optional<Schema> own(KnownPlugin plugin) {
    if (!plugin.type().isRecord()) {
      return Optional.empty();
    }
    RecordShape shape = RecordShape.of(plugin.type());
    return components(shape, shape.components());
  }

  private static boolean isRequiring(KnownPlugin plugin) {
    return RecordShape.of(plugin.type()).components().stream()
        .anyMatch(component -> component.required() && component.slot().inside().isEmpty());
  }

  private Schema typed(PluginMap map) {
    Stream<String> namesakes =
        Keys.NAMESAKES.stream()
            .filter(key -> plugins.all(map).stream().anyMatch(it -> it.name().equals(key)));
    return Schema.anyOf(
        Stream.concat(Stream.of(Keys.TYPE), namesakes).map(Schema::required).toList());
  }
}

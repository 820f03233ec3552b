package dev.kassei.experiment.schema;

import dev.kassei.api.Activation;
import dev.kassei.experiment.config.BareFormula;
import dev.kassei.experiment.config.RecordShape;
import dev.kassei.experiment.config.RecordShape.Component;
import dev.kassei.experiment.config.Slot;
import dev.kassei.experiment.config.tree.Keys;
import dev.kassei.experiment.plugin.Plugins;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The schemas of plugins: a bare word, or a map whose keys depend on its type. */
final class PluginSchemas {
  private static final Schema LABEL =
      Schema.types("string", "number", "boolean")
          .described(Optional.of("What it is called in pictures and tables."));

  /** A formula without its key. */
  static final Schema FORMULA =
      Schema.type("string")
          .with("pattern", BareFormula.PATTERN)
          .described(Optional.of("A formula of x, such as x * tanh(x)."));

  private static final Optional<String> PEERS =
      Optional.of("The library or paper whose definition, and defaults, it takes.");

  private final SlotSchemas slots;
  private final Plugins plugins;
  private final TypeNames names;
  private final Definitions definitions;
  private final Map<PluginMap, List<KnownPlugin>> known = new HashMap<>();

  PluginSchemas(SlotSchemas slots, Plugins plugins, TypeNames names, Definitions definitions) {
    this.slots = slots;
    this.plugins = plugins;
    this.names = names;
    this.definitions = definitions;
  }

  Schema of(PluginMap map) {
    return definitions.reference(name(map), () -> definition(map));
  }

  /** What the definition of a map is called. */
  String name(PluginMap map) {
    return names.of(map.around().<Class<?>>map(RecordShape::type).orElse(map.type()));
  }

  /** The plugins that a map can name. */
  List<KnownPlugin> all(PluginMap map) {
    return known.computeIfAbsent(
        map,
        it ->
            plugins.of(it.family()).only(it.type()).tried().entries().stream()
                .map(KnownPlugin::of)
                .toList());
  }

  /** The names of the plugins that a map can name. */
  Schema words(PluginMap map) {
    return definitions.reference(
        name(map) + ".names",
        () -> {
          var words = new ArrayList<String>();
          all(map).forEach(plugin -> words.add(plugin.name()));
          all(map).forEach(plugin -> words.addAll(plugin.aliases()));
          return Schema.values(words);
        });
  }

  private Schema definition(PluginMap map) {
    Schema named = Schema.type("object").with("properties", Map.of(Keys.TYPE, words(map)));
    Schema full = named.with("allOf", List.of(byType(map), withoutType(map)));
    return Schema.anyOf(
        takesFormula(map) ? List.of(words(map), FORMULA, full) : List.of(words(map), full));
  }

  /** Whether a formula may stand there without its key. */
  boolean takesFormula(PluginMap map) {
    return all(map).stream().anyMatch(plugin -> plugin.name().equals(BareFormula.PLUGIN));
  }

  private Schema byType(PluginMap map) {
    return Schema.allOf(
        all(map).stream().map(each -> Schema.when(each.isMeant(), reference(map, each))).toList());
  }

  private Schema withoutType(PluginMap map) {
    Schema other = map.isTyped() ? anyOfFamily(map) : around(map).schema();
    for (KnownPlugin plugin : all(map)) {
      if (Keys.NAMESAKES.contains(plugin.name())) {
        other =
            Schema.when(Schema.required(plugin.name()), reference(map, plugin)).with("else", other);
      }
    }
    return Schema.of("if", Schema.required(Keys.TYPE)).with("else", other);
  }

  /** A map that is merged onto another one need not say its type. */
  private Schema anyOfFamily(PluginMap map) {
    ClosedMap any = around(map).key(Keys.NAME, LABEL).key(Keys.LIKE, Schema.ANYTHING);
    keys(map).forEach(any::key);
    openKeys(map).forEach(key -> any.keys(key + "\\..+", Schema.ANYTHING));
    return definitions.reference(name(map) + ".any", any::schema);
  }

  private ClosedMap around(PluginMap map) {
    var keys = new ClosedMap();
    map.around()
        .ifPresent(
            shape -> slots.records().add(keys, shape.type(), map.beside(), Defaults.of(shape)));
    return keys;
  }

  private Schema reference(PluginMap map, KnownPlugin plugin) {
    boolean activation = Activation.class.isAssignableFrom(plugin.type());
    String family = activation ? "activation" : map.family().key();
    String prefix = map.around().isPresent() ? name(map) : family;
    return definitions.reference(prefix + "." + plugin.name(), () -> closed(map, plugin));
  }

  private Schema closed(PluginMap map, KnownPlugin plugin) {
    ClosedMap keys = around(map).key(Keys.TYPE, Schema.ANYTHING).key(Keys.NAME, LABEL);
    if (!plugin.peers().isEmpty()) {
      keys.key(Keys.LIKE, Schema.values(List.copyOf(plugin.peers().keySet())).described(PEERS));
    }
    for (Object variant : plugin.variants()) {
      RecordShape shape = RecordShape.of(variant.getClass());
      slots.records().add(keys, shape.type(), shape.components(), Optional.of(variant));
    }
    Documentation documentation = slots.records().documentation();
    return keys.schema().described(documentation.of(plugin.type()));
  }

  /** All keys of the plugins that a map can name, and what stands under them in one of these. */
  Map<String, Schema> keys(PluginMap map) {
    var schemas = new TreeMap<String, List<Schema>>();
    components(map)
        .forEach(
            component ->
                schemas
                    .computeIfAbsent(component.key(), key -> new ArrayList<>())
                    .add(slots.of(component.slot())));
    var united = new LinkedHashMap<String, Schema>();
    schemas.forEach((key, several) -> united.put(key, Schema.anyOf(several)));
    return united;
  }

  /** Those of the keys below which others may stand. */
  Set<String> openKeys(PluginMap map) {
    var open = new TreeSet<String>();
    components(map).stream()
        .filter(component -> !isScalar(component.slot()))
        .forEach(component -> open.add(component.key()));
    return open;
  }

  private static boolean isScalar(Slot slot) {
    return slot.inside().map(PluginSchemas::isScalar).orElse(slot.isScalar());
  }

  private List<Component> components(PluginMap map) {
    return all(map).stream()
        .flatMap(plugin -> plugin.variants().stream())
        .flatMap(variant -> RecordShape.of(variant.getClass()).components().stream())
        .toList();
  }
}

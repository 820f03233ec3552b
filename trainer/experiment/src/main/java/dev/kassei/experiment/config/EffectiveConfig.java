package dev.kassei.experiment.config;

import dev.kassei.api.NamedLayer;
import dev.kassei.api.value.Numbers;
import dev.kassei.experiment.config.RecordShape.Component;
import dev.kassei.experiment.config.tree.ConfigFiles;
import dev.kassei.experiment.config.tree.Keys;
import dev.kassei.experiment.config.tree.Location;
import dev.kassei.experiment.config.tree.Node;
import dev.kassei.experiment.config.tree.Node.Entry;
import dev.kassei.experiment.config.tree.Node.Mapping;
import dev.kassei.experiment.config.tree.Node.Scalar;
import dev.kassei.experiment.config.tree.Node.Sequence;
import dev.kassei.experiment.config.tree.YamlWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** Turns bound records back into a tree, with every default spelled out. */
public final class EffectiveConfig {
  private static final Location HERE = Location.whole("the effective configuration");
  private static final Node NOTHING = new Scalar(HERE, "~", true);
  private final PluginNames names;
  private final UnaryOperator<String> paths;

  public EffectiveConfig(PluginNames names) {
    this(names, UnaryOperator.identity());
  }

  /** As it is to be written where paths are to be written differently. */
  public EffectiveConfig(PluginNames names, UnaryOperator<String> paths) {
    this.names = names;
    this.paths = paths;
  }

  /** The configuration as YAML text. */
  public String text(ExperimentConfig experiment, List<String> pluginPaths) {
    Map<String, Entry> entries = head(pluginPaths);
    components(RecordShape.of(ExperimentConfig.class), experiment, entries);
    return YamlWriter.text(new Mapping(HERE, entries));
  }

  /** The line that says where relative paths start. */
  public static String folder(String path) {
    return YamlWriter.text(
        new Mapping(HERE, Map.of(ConfigFiles.FOLDER, new Entry(HERE, word(path)))));
  }

  /** What stands before the experiment itself. */
  public Map<String, Entry> head(List<String> pluginPaths) {
    var entries = new LinkedHashMap<String, Entry>();
    put(entries, ConfigLoader.FORMAT_KEY, plain(Integer.toString(ConfigLoader.FORMAT)));
    if (!pluginPaths.isEmpty()) {
      List<Node> words = pluginPaths.stream().map(EffectiveConfig::word).toList();
      put(entries, ConfigLoader.PLUGINS_KEY, new Sequence(HERE, words));
    }
    return entries;
  }

  /** One component of a record, which has a key of its own. */
  public Entry entry(Component component, Object value) {
    return new Entry(HERE, node(component.slot(), value));
  }

  /** One component of a record as YAML text. */
  public String text(Component component, Object value) {
    return YamlWriter.text(new Mapping(HERE, Map.of(component.key(), entry(component, value))));
  }

  /** A record that is no plugin. */
  public Node tree(Object value) {
    return record(value);
  }

  /** A plugin as YAML text. */
  public String text(Object plugin) {
    return YamlWriter.text(new Mapping(HERE, plugin(plugin)));
  }

  private static void put(Map<String, Entry> entries, String key, Node value) {
    entries.put(key, new Entry(HERE, value));
  }

  private static Node plain(String text) {
    return new Scalar(HERE, text, true);
  }

  private static Node word(String text) {
    return new Scalar(HERE, text, false);
  }

  private void components(RecordShape shape, Object instance, Map<String, Entry> entries) {
    for (Component component : shape.components()) {
      Object value = component.of(instance);
      if (component.inline() && component.slot().isMap()) {
        entries.putAll(((Mapping) node(component.slot(), value)).entries());
      } else if (component.inline()) {
        entries.putAll(plugin(value));
      } else {
        put(entries, component.key(), node(component.slot(), value));
      }
    }
  }

  private Node node(Slot slot, Object value) {
    if (slot.inside().isPresent()) {
      Slot inside = slot.inside().get();
      return content(value).map(inner -> node(inside, inner)).orElse(NOTHING);
    }
    if (value instanceof List<?> list && slot.isList()) {
      List<Node> items = list.stream().map(item -> node(slot.element(), item)).toList();
      return new Sequence(HERE, new ArrayList<>(items));
    }
    if (value instanceof Map<?, ?> map && slot.isMap()) {
      var entries = new LinkedHashMap<String, Entry>();
      map.forEach((key, item) -> put(entries, (String) key, node(slot.element(), item)));
      return new Mapping(HERE, entries);
    }
    if (slot.path()) {
      return single(paths.apply((String) value));
    }
    return slot.raw().isInterface() ? shortest(plugin(value)) : single(value);
  }

  private static Optional<?> content(Object value) {
    if (value instanceof OptionalInt number) {
      return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }
    if (value instanceof OptionalLong number) {
      return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }
    if (value instanceof OptionalDouble number) {
      return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
    }
    return (Optional<?>) value;
  }

  private Node single(Object value) {
    if (value instanceof Double number) {
      return plain(number(number));
    }
    if (value instanceof Number || value instanceof Boolean) {
      return plain(value.toString());
    }
    if (value instanceof Enum<?> constant) {
      return word(Slot.name(constant));
    }
    return value.getClass().isRecord() ? record(value) : word((String) value);
  }

  private Node record(Object value) {
    RecordShape shape = RecordShape.of(value.getClass());
    if (shape.isText()) {
      return plain(value.toString());
    }
    Optional<Object> constant = shape.constantOf(value);
    if (constant.isPresent()) {
      return word(Slot.name(constant.get()));
    }
    var entries = new LinkedHashMap<String, Entry>();
    components(shape, value, entries);
    return new Mapping(HERE, entries);
  }

  private static String number(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? ".inf" : "-.inf";
    }
    return Double.isNaN(value) ? ".nan" : Numbers.text(value);
  }

  private Map<String, Entry> plugin(Object given) {
    Object plugin = given instanceof NamedLayer named ? named.layer() : given;
    var entries = new LinkedHashMap<String, Entry>();
    PluginNames.Choice choice = names.choice(plugin);
    put(entries, Keys.TYPE, word(choice.type()));
    if (!choice.like().isEmpty()) {
      put(entries, Keys.LIKE, word(choice.like()));
    }
    names.given(plugin).ifPresent(name -> put(entries, Keys.NAME, word(name)));
    if (plugin.getClass().isRecord()) {
      components(RecordShape.of(plugin.getClass()), plugin, entries);
    }
    return entries;
  }

  /** A map of a type alone is a bare word. */
  private static Node shortest(Map<String, Entry> plugin) {
    return plugin.size() == 1 ? plugin.get(Keys.TYPE).value() : new Mapping(HERE, plugin);
  }
}

package dev.kassei.experiment.schema;

import dev.kassei.api.Activation;
import dev.kassei.experiment.config.tree.Keys;
import dev.kassei.experiment.plugin.PluginEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A plugin and its definitions.
 *
 * @param aliases other names of it
 * @param defaults its own definition with its defaults
 * @param peers the definitions of other libraries, by their names
 */
record KnownPlugin(
    String name,
    List<String> aliases,
    Class<?> type,
    Object defaults,
    Map<String, ? extends Object> peers) {
  static KnownPlugin of(PluginEntry<?> entry) {
    List<String> names = entry.allNames();
    Object defaults = entry.defaults();
    return new KnownPlugin(
        entry.name(), names.subList(1, names.size()), entry.type(), defaults, peers(defaults));
  }

  /** A list of peers that fails is reported where somebody chooses one. */
  private static Map<String, ? extends Object> peers(Object defaults) {
    try {
      return defaults instanceof Activation activation
          ? new TreeMap<>(activation.peers())
          : Map.of();
    } catch (RuntimeException | LinkageError e) {
      return Map.of();
    }
  }

  /** One record of each class that it can be, its own last, whose defaults count. */
  List<Object> variants() {
    var variants = new LinkedHashMap<Class<?>, Object>();
    peers.values().forEach(peer -> variants.putIfAbsent(peer.getClass(), peer));
    variants.remove(type);
    var all = new ArrayList<Object>(variants.values());
    all.add(defaults);
    return all.stream().filter(variant -> variant.getClass().isRecord()).toList();
  }

  /** What a map has that names it. */
  Schema isMeant() {
    var all = new ArrayList<String>(List.of(name));
    all.addAll(aliases);
    return Schema.of("properties", Map.of(Keys.TYPE, Schema.values(all)))
        .with("required", List.of(Keys.TYPE));
  }
}

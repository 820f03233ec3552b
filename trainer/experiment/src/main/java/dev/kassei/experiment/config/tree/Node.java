package dev.kassei.experiment.config.tree;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A part of a configuration and the place where it stands. Immutable. */
public sealed interface Node {
  /** Where it begins. */
  Location location();

  /**
   * One value.
   *
   * @param text what stands there, without quotes
   * @param plain whether it stands there without quotes, so that it may be a number
   */
  record Scalar(Location location, String text, boolean plain) implements Node {}

  /** A list. */
  record Sequence(Location location, List<Node> items) implements Node {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /** A map from keys to values, in the order in which they stand. */
  record Mapping(Location location, Map<String, Entry> entries) implements Node {
    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** The value under a key. */
    public Optional<Node> get(String key) {
      return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }

    /** The value under keys, or the innermost map around it where it was left out. */
    public Node nearest(List<String> keys) {
      Node nearest = this;
      for (String key : keys) {
        if (!(nearest instanceof Mapping map) || map.get(key).isEmpty()) {
          return nearest;
        }
        nearest = map.get(key).get();
      }
      return nearest;
    }

    /** This map and one key more, or with another value. */
    public Mapping with(String key, Entry entry) {
      var changed = new LinkedHashMap<>(entries);
      changed.put(key, entry);
      return new Mapping(location, changed);
    }

    /** This map without some keys. */
    public Mapping without(List<String> keys) {
      var changed = new LinkedHashMap<>(entries);
      changed.keySet().removeAll(keys);
      return new Mapping(location, changed);
    }
  }

  /**
   * A value and the place of its key.
   *
   * @param key where the key stands
   */
  record Entry(Location key, Node value) {}

  /** A map of one key; {@code value} is what a bare word or a number means as a map. */
  static Mapping typed(Scalar value) {
    return new Mapping(value.location(), Map.of(Keys.TYPE, new Entry(value.location(), value)));
  }
}

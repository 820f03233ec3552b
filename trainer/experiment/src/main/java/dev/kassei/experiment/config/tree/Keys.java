package dev.kassei.experiment.config.tree;

import dev.kassei.experiment.config.tree.Node.Mapping;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys that mean the same in every plugin's map. */
public final class Keys {
  /** Which plugin. */
  public static final String TYPE = "type";

  /** Which peer's definition of it. */
  public static final String LIKE = "like";

  /** What it is called in pictures and tables. */
  public static final String NAME = "name";

  /** A map with one of these keys and without a type is the plugin of this name. */
  public static final List<String> NAMESAKES = List.of("formula", "repeat");

  private Keys() {}

  /** The key that says which plugin a map is: its type, or a key with the name of a plugin. */
  public static Optional<String> typeKey(Mapping map) {
    return Stream.concat(Stream.of(TYPE), NAMESAKES.stream())
        .filter(key -> map.get(key).isPresent())
        .findFirst();
  }

  /** The plugin that a map without a type is by one of its keys. */
  public static Optional<String> namesake(Mapping map) {
    return typeKey(map).filter(key -> !key.equals(TYPE));
  }
}

package dev.kassei.activations;

import dev.kassei.api.Activation;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The definitions of other libraries, gathered for {@link Activation#peers()}: immutable, and in
 * the order of the libraries' names.
 */
public final class Peers {
  private final Map<String, Activation> definitions;

  private Peers(Map<String, Activation> definitions) {
    this.definitions = definitions;
  }

  /** The libraries that agree on {@code definition}. */
  public static Peers of(Activation definition, String... libraries) {
    return new Peers(Map.of()).and(definition, libraries);
  }

  /** These and the libraries that agree on another definition. */
  public Peers and(Activation definition, String... libraries) {
    var all = new TreeMap<>(definitions);
    for (String library : libraries) {
      all.put(library, definition);
    }
    return new Peers(Collections.unmodifiableMap(all));
  }

  /** The definition of each library. */
  public Map<String, Activation> byLibrary() {
    return definitions;
  }
}

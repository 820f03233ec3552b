package dev.kassei.experiment.config.advice;

import java.util.Collection;
import java.util.List;

/**
 * A map in which a key stands that is not known.
 *
 * @param path the keys that lead to it; empty for the file as a whole
 * @param plugin the name of the plugin that it describes; empty if it describes none
 * @param known the keys that it may have
 */
public record KeyMap(String path, String plugin, List<String> known) {
  public KeyMap {
    known = List.copyOf(known);
  }

  /** A map that describes no plugin. */
  public static KeyMap at(String path, Collection<String> known) {
    return new KeyMap(path, "", List.copyOf(known));
  }

  boolean isInList() {
    return path.contains("[");
  }

  /** Whether it is the place that a table means: by its path, its plugin, or one of its keys. */
  boolean is(String place) {
    return path.equals(place) || plugin.equals(place) || known.contains(place);
  }
}

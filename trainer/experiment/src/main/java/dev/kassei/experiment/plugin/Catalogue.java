package dev.kassei.experiment.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The plugins of one family.
 *
 * @param entries usable plugins in the order of their names
 * @param problems plugins that cannot be used
 */
public record Catalogue<T>(
    Family<T> family, List<PluginEntry<T>> entries, List<PluginProblem> problems) {
  public Catalogue {
    entries = List.copyOf(entries);
    problems = List.copyOf(problems);
  }

  /** The plugin of this name or alias. */
  public Optional<PluginEntry<T>> find(String name) {
    return entries.stream().filter(entry -> entry.allNames().contains(name)).findFirst();
  }

  /** The names of the usable plugins. */
  public List<String> names() {
    return entries.stream().map(PluginEntry::name).toList();
  }

  /** The names and aliases of the usable plugins, the names first. */
  public List<String> allNames() {
    return Stream.concat(
            names().stream(), entries.stream().flatMap(entry -> entry.allNames().stream()))
        .distinct()
        .toList();
  }

  /** The same catalogue without the plugins whose constructors fail, which run to find out. */
  public Catalogue<T> tried() {
    var working = new ArrayList<PluginEntry<T>>();
    var failures = new ArrayList<>(problems);
    for (PluginEntry<T> entry : entries) {
      try {
        entry.defaults();
        working.add(entry);
      } catch (PluginException e) {
        failures.add(e.problem());
      }
    }
    return new Catalogue<>(family, working, failures);
  }

  /** The same catalogue with the plugins of one type alone. */
  public Catalogue<T> only(Class<?> type) {
    var fitting = entries.stream().filter(entry -> type.isAssignableFrom(entry.type())).toList();
    return new Catalogue<>(family, fitting, problems);
  }
}

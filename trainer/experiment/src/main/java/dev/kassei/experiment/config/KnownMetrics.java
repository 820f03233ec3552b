package dev.kassei.experiment.config;

import dev.kassei.experiment.plugin.Families;
import dev.kassei.experiment.plugin.PluginEntry;
import dev.kassei.experiment.plugin.Plugins;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The metrics that there are, looked up once for many experiments when they are first asked for.
 * For one thread.
 */
public final class KnownMetrics {
  private final Plugins plugins;
  private Optional<List<String>> defaults = Optional.empty();
  private Optional<Map<String, String>> canonicalNames = Optional.empty();

  public KnownMetrics(Plugins plugins) {
    this.plugins = plugins;
  }

  /** The names of those that are measured where an experiment names none. */
  List<String> defaults() {
    if (defaults.isEmpty()) {
      defaults =
          Optional.of(
              plugins.of(Families.METRIC).entries().stream()
                  .filter(entry -> entry.isBuiltIn() && entry.defaults().isDefault())
                  .map(PluginEntry::name)
                  .toList());
    }
    return defaults.get();
  }

  /** All of them: what each is called, by each of its names. */
  public Map<String, String> canonicalNames() {
    if (canonicalNames.isEmpty()) {
      var names = new HashMap<String, String>();
      for (PluginEntry<?> entry : plugins.of(Families.METRIC).entries()) {
        entry.allNames().forEach(name -> names.put(name, entry.name()));
      }
      canonicalNames = Optional.of(Map.copyOf(names));
    }
    return canonicalNames.get();
  }
}

package dev.kassei.trainer.config;

import dev.kassei.trainer.config.Node.Entry;
import dev.kassei.trainer.config.Node.Mapping;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lays the values of axes over an experiment. Trials that agree in a section, which is what stands
 * under one key of an experiment, share its node.
 */
final class TrialTrees {
  private final Mapping base;
  private final Map<Section, Entry> sections = new HashMap<>();

  TrialTrees(Mapping base) {
    this.base = base;
  }

  /** A section and the values that are laid over it, told apart by identity. */
  private record Section(String key, List<AxisValue> values) {}

  /** The tree of a trial: longer paths are laid over shorter ones. */
  Mapping tree(Combination combination) {
    Map<String, List<AxisValue>> touched = new LinkedHashMap<>();
    combination.choices().stream()
        .sorted(Comparator.comparingInt(choice -> choice.axis().depth()))
        .map(Combination.Choice::value)
        .forEach(
            value ->
                value
                    .overlay()
                    .entries()
                    .keySet()
                    .forEach(
                        key -> touched.computeIfAbsent(key, k -> new ArrayList<>()).add(value)));
    var entries = new LinkedHashMap<>(base.entries());
    touched.forEach(
        (key, values) ->
            entries.put(key, sections.computeIfAbsent(new Section(key, values), this::laid)));
    return new Mapping(base.location(), entries);
  }

  private Entry laid(Section section) {
    Mapping result = only(base, section.key());
    for (AxisValue value : section.values()) {
      result = Overlay.merge(result, only(value.overlay(), section.key()));
    }
    return result.entries().get(section.key());
  }

  private static Mapping only(Mapping map, String key) {
    Entry entry = map.entries().get(key);
    return new Mapping(map.location(), entry == null ? Map.of() : Map.of(key, entry));
  }
}

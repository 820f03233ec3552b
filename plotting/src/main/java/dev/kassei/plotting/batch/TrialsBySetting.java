package dev.kassei.plotting.batch;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The trials of a batch by the values of axes, so that not all are looked at for each of many
 * settings. Mutable: they are grouped by axes that are asked for first.
 */
final class TrialsBySetting {
  private final List<Trial> trials;
  private final Map<Set<String>, Map<Map<String, String>, List<Trial>>> byAxes = new HashMap<>();

  TrialsBySetting(List<Trial> trials) {
    this.trials = trials;
  }

  /** The trials that have these values of axes, in their order. */
  List<Trial> of(Map<String, String> axes) {
    return byAxes
        .computeIfAbsent(Set.copyOf(axes.keySet()), this::grouped)
        .getOrDefault(axes, List.of());
  }

  private Map<Map<String, String>, List<Trial>> grouped(Set<String> paths) {
    return trials.stream()
        .filter(trial -> trial.axes().keySet().containsAll(paths))
        .collect(Collectors.groupingBy(trial -> only(paths, trial.axes())));
  }

  private static Map<String, String> only(Set<String> paths, Map<String, String> axes) {
    var values = new LinkedHashMap<String, String>();
    paths.forEach(path -> values.put(path, axes.get(path)));
    return values;
  }
}

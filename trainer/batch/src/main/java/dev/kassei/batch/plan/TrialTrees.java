package dev.kassei.batch.plan;

import dev.kassei.experiment.config.DatasetConfig;
import dev.kassei.experiment.config.RecordShape;
import dev.kassei.experiment.config.tree.Location;
import dev.kassei.experiment.config.tree.Node;
import dev.kassei.experiment.config.tree.Node.Entry;
import dev.kassei.experiment.config.tree.Node.Mapping;
import dev.kassei.experiment.config.tree.Node.Scalar;
import dev.kassei.experiment.config.tree.Node.Sequence;
import dev.kassei.experiment.config.tree.Overlay;
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
  /** By section that holds a plugin inline: the keys that are not the plugin's. */
  private static final Map<String, List<String>> BESIDE =
      Map.of("dataset", RecordShape.of(DatasetConfig.class).keys());

  private static final Node NOTHING = new Scalar(Location.whole(""), "", true);

  private final Mapping base;
  private final Map<Section, Entry> sections = new HashMap<>();

  TrialTrees(Mapping base) {
    this.base = base;
  }

  /** A section and the values that are merged onto it, told apart by identity. */
  private record Section(String key, List<AxisValue> values) {}

  /** The tree of a trial: longer paths are merged onto shorter ones. */
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
      Mapping over = Overlay.merge(under(value, result), only(value.overlay(), section.key()));
      result = keeping(section.key(), result, over);
    }
    return result.entries().get(section.key());
  }

  /** A value that names a plugin is the whole plugin: nothing of what stood there stays. */
  private static Mapping under(AxisValue value, Mapping tree) {
    return value.isWhole() ? without(tree, value.path()) : tree;
  }

  private static Mapping without(Mapping tree, List<String> path) {
    String key = path.get(0);
    if (path.size() == 1) {
      return tree.without(path);
    }
    Entry entry = tree.entries().get(key);
    return entry != null && entry.value() instanceof Mapping below
        ? tree.with(key, new Entry(entry.key(), without(below, path.subList(1, path.size()))))
        : tree;
  }

  /**
   * What stands beside a plugin and is not its own, such as the split of a data set, stays when an
   * axis puts another plugin in its place.
   */
  private static Mapping keeping(String key, Mapping before, Mapping after) {
    if (!(before.get(key).orElse(NOTHING) instanceof Mapping old) || !BESIDE.containsKey(key)) {
      return after;
    }
    Entry entry = after.entries().get(key);
    if (entry.value() instanceof Sequence) {
      return after;
    }
    Mapping kept =
        entry.value() instanceof Scalar word ? Node.typed(word) : (Mapping) entry.value();
    for (String own : BESIDE.get(key)) {
      Entry stays = old.entries().get(own);
      if (stays != null && kept.get(own).isEmpty()) {
        kept = kept.with(own, stays);
      }
    }
    return after.with(key, new Entry(entry.key(), kept));
  }

  private static Mapping only(Mapping map, String key) {
    Entry entry = map.entries().get(key);
    return new Mapping(map.location(), entry == null ? Map.of() : Map.of(key, entry));
  }
}

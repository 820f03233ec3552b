package dev.kassei.batch.plan;

import dev.kassei.experiment.config.ConfigLoader;
import dev.kassei.experiment.config.ExperimentConfig;
import dev.kassei.experiment.config.RecordBinder;
import dev.kassei.experiment.config.RecordShape;
import dev.kassei.experiment.config.RecordShape.Component;
import dev.kassei.experiment.config.tree.Node;
import dev.kassei.experiment.config.tree.Node.Entry;
import dev.kassei.experiment.config.tree.Node.Mapping;
import dev.kassei.experiment.config.tree.Problem;
import dev.kassei.experiment.config.tree.Problems;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes experiments from trees, where a section that trees share is made once. */
final class TrialBinder {
  private final RecordShape shape = RecordShape.of(ExperimentConfig.class);
  private final List<String> keys = shape.keys();
  private final Object defaults;
  private final RecordBinder records;
  private final Problems problems;
  private final Map<String, Map<Node, Optional<Object>>> bound = new HashMap<>();
  private final Set<Entry> unknown = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * @param problems where {@code records} reports
   */
  TrialBinder(RecordBinder records, Problems problems) {
    this.records = records;
    this.problems = problems;
    this.defaults = defaults(shape);
  }

  private static Object defaults(RecordShape shape) {
    try {
      return shape.defaults().orElseThrow();
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("the defaults of an experiment are refused", e);
    }
  }

  /** The experiment; empty if there is a problem with it. */
  Optional<ExperimentConfig> bind(Mapping tree) {
    boolean known = areKnown(tree);
    var values = new ArrayList<Object>();
    var failed = new ArrayList<Component>();
    for (Component component : shape.components()) {
      Optional<Object> value = value(component, tree);
      if (value.isEmpty()) {
        failed.add(component);
      }
      values.add(value.orElseGet(() -> component.of(defaults)));
    }
    Optional<Object> made = records.create(shape, values, tree, "", failed);
    return known && failed.isEmpty() ? made.map(ExperimentConfig.class::cast) : Optional.empty();
  }

  private Optional<Object> value(Component component, Mapping tree) {
    Entry entry = tree.entries().get(component.key());
    if (entry == null) {
      return records.value(shape, component, tree, "", Optional.of(defaults));
    }
    Map<Node, Optional<Object>> known =
        bound.computeIfAbsent(component.key(), key -> new IdentityHashMap<>());
    Optional<Object> value = known.get(entry.value());
    if (value == null) {
      value = records.value(shape, component, tree, "", Optional.of(defaults));
      known.put(entry.value(), value);
    }
    return value;
  }

  private boolean areKnown(Mapping tree) {
    boolean all = true;
    for (Map.Entry<String, Entry> entry : tree.entries().entrySet()) {
      if (!keys.contains(entry.getKey())) {
        all = false;
        if (unknown.add(entry.getValue())) {
          var known = new ArrayList<>(keys);
          known.addAll(ConfigLoader.FILE_KEYS);
          records.unknown(entry.getKey(), entry.getValue().key(), "", known);
        }
      }
    }
    return all;
  }

  /** What was found wrong since this was last asked. */
  List<Problem> problems() {
    return problems.drain();
  }
}

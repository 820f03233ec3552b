package dev.kassei.batch.plan;

import dev.kassei.api.Activation;
import dev.kassei.engine.analysis.Elementwise;
import dev.kassei.engine.analysis.Elementwise.Canonical;
import dev.kassei.experiment.config.Binder;
import dev.kassei.experiment.config.PluginNames;
import dev.kassei.experiment.config.tree.FileNames;
import dev.kassei.experiment.config.tree.Node;
import dev.kassei.experiment.config.tree.Node.Sequence;
import dev.kassei.experiment.config.tree.Problems;
import dev.kassei.experiment.plugin.Families;
import dev.kassei.experiment.plugin.Plugins;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds values of an axis that are the same function under different names. */
final class SameFormulas {
  private final Plugins plugins;

  SameFormulas(Plugins plugins) {
    this.plugins = plugins;
  }

  /** One warning a function that several values of an axis of activations compute. */
  List<String> warnings(Axis axis) {
    Map<List<Canonical>, List<AxisValue>> groups = new LinkedHashMap<>();
    for (AxisValue value : new LinkedHashSet<>(axis.values())) {
      formulas(value.node())
          .ifPresent(key -> groups.computeIfAbsent(key, k -> new ArrayList<>()).add(value));
    }
    return groups.values().stream()
        .map(same -> same.stream().map(AxisValue::label).distinct().toList())
        .filter(labels -> labels.size() > 1)
        .map(
            labels ->
                "%s: %s are the same formula under different names"
                    .formatted(axis.path(), String.join(" and ", labels)))
        .toList();
  }

  private Optional<List<Canonical>> formulas(Node node) {
    List<Node> nodes = node instanceof Sequence sequence ? sequence.items() : List.of(node);
    List<Canonical> formulas = nodes.stream().flatMap(each -> formula(each).stream()).toList();
    return formulas.size() == nodes.size() ? Optional.of(formulas) : Optional.empty();
  }

  private Optional<Canonical> formula(Node node) {
    var binder = new Binder(plugins, FileNames.AS_WRITTEN, new PluginNames(), new Problems());
    return binder
        .plugins()
        .bind(Families.ACTIVATION.type(), node, "", List.of())
        .flatMap(made -> Elementwise.formula((Activation) made));
  }
}

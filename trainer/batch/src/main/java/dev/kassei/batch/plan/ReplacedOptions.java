package dev.kassei.batch.plan;

import dev.kassei.experiment.config.DatasetConfig;
import dev.kassei.experiment.config.RecordShape;
import dev.kassei.experiment.config.tree.Keys;
import dev.kassei.experiment.config.tree.Node;
import dev.kassei.experiment.config.tree.Node.Mapping;
import dev.kassei.experiment.config.tree.Overlay;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Options of a plugin beside the batch that do not count where an axis names the same plugin. */
final class ReplacedOptions {
  /** What stays beside another data set, and what is no option. */
  private static final Set<String> STAY = stay();

  private ReplacedOptions() {}

  private static Set<String> stay() {
    var keys = new LinkedHashSet<>(RecordShape.of(DatasetConfig.class).keys());
    keys.addAll(List.of(Keys.TYPE, Keys.NAME));
    return keys;
  }

  /** One warning a value that says less than what it replaces. */
  static List<String> warnings(Axis axis, Mapping base) {
    return new LinkedHashSet<>(axis.values())
        .stream().flatMap(value -> warning(axis, value, base).stream()).toList();
  }

  private static Optional<String> warning(Axis axis, AxisValue value, Mapping base) {
    if (!value.isWhole()) {
      return Optional.empty();
    }
    Set<String> lost = lost(value, base);
    return lost.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s: %s on the axis has the plugin's own defaults; %s beside the batch does not count for it"
                .formatted(axis.path(), value.label(), String.join(", ", lost)));
  }

  private static Set<String> lost(AxisValue value, Mapping base) {
    var lost = new LinkedHashSet<String>();
    value
        .replaced(base)
        .filter(node -> Overlay.type(node).equals(Overlay.type(value.node())))
        .ifPresent(node -> lost.addAll(keys(node)));
    lost.removeAll(keys(value.node()));
    lost.removeAll(STAY);
    return lost;
  }

  private static Set<String> keys(Node node) {
    return node instanceof Mapping map ? map.entries().keySet() : Set.of();
  }
}

package dev.kassei.batch.plan;

import dev.kassei.experiment.config.ExperimentConfig;
import dev.kassei.experiment.config.RecordShape;
import dev.kassei.experiment.config.RecordShape.Component;
import dev.kassei.experiment.config.Slot;
import dev.kassei.experiment.config.tree.Node;
import dev.kassei.experiment.config.tree.Node.Mapping;
import dev.kassei.experiment.config.tree.Node.Sequence;
import dev.kassei.experiment.config.tree.Overlay;
import dev.kassei.experiment.plugin.Families;
import dev.kassei.experiment.plugin.Family;
import dev.kassei.experiment.plugin.PluginEntry;
import dev.kassei.experiment.plugin.Plugins;
import java.util.List;
import java.util.Optional;

/** What paths of a configuration take, where the types of plugins are those of an example. */
final class AxisSlots {
  private final Plugins plugins;
  private final Mapping example;

  /**
   * @param example an experiment, in which plugins have the types that decide over their keys
   */
  AxisSlots(Plugins plugins, Mapping example) {
    this.plugins = plugins;
    this.example = example;
  }

  /** The family of the plugins at a path, also of those in a list; empty if there are none. */
  Optional<Family<?>> family(String path) {
    RecordShape shape = RecordShape.of(ExperimentConfig.class);
    return in(shape, Optional.of(example), List.of(path.split("\\.", -1)))
        .flatMap(slot -> family(slot));
  }

  private static Optional<Family<?>> family(Slot slot) {
    if (slot.inside().isPresent()) {
      return family(slot.inside().get());
    }
    if (slot.isList()) {
      return family(slot.element());
    }
    if (!slot.raw().isRecord()) {
      return Families.of(slot.raw());
    }
    RecordShape shape = RecordShape.of(slot.raw());
    Optional<Slot> shorter = shape.shorthand().map(m -> Slot.of(m.getGenericParameterTypes()[0]));
    return shape.inline().map(Component::slot).or(() -> shorter).flatMap(inner -> family(inner));
  }

  private Optional<Slot> in(RecordShape shape, Optional<Node> node, List<String> keys) {
    Optional<Component> own =
        shape.components().stream()
            .filter(component -> !component.inline() && component.key().equals(keys.get(0)))
            .findFirst();
    if (own.isEmpty()) {
      return shape.inline().flatMap(inline -> below(inline.slot(), node, keys));
    }
    Optional<Node> value =
        node.flatMap(each -> each instanceof Mapping map ? map.get(keys.get(0)) : Optional.empty());
    return keys.size() == 1
        ? Optional.of(own.get().slot())
        : below(own.get().slot(), value, keys.subList(1, keys.size()));
  }

  private Optional<Slot> below(Slot slot, Optional<Node> node, List<String> keys) {
    if (slot.inside().isPresent()) {
      return below(slot.inside().get(), node, keys);
    }
    if (slot.isList()) {
      return below(slot.element(), node.filter(each -> !(each instanceof Sequence)), keys);
    }
    if (slot.raw().isRecord()) {
      return in(RecordShape.of(slot.raw()), node, keys);
    }
    return Families.of(slot.raw())
        .flatMap(family -> plugin(family, node))
        .filter(entry -> entry.type().isRecord())
        .flatMap(entry -> in(RecordShape.of(entry.type()), node, keys));
  }

  private Optional<? extends PluginEntry<?>> plugin(Family<?> family, Optional<Node> node) {
    return node.flatMap(Overlay::type).flatMap(type -> plugins.of(family).find(type));
  }
}

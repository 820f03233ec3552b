package dev.kassei.batch.plan;

import dev.kassei.batch.plan.BlockReader.Part;
import dev.kassei.experiment.config.tree.DottedKeys;
import dev.kassei.experiment.config.tree.DottedKeys.Piece;
import dev.kassei.experiment.config.tree.Keys;
import dev.kassei.experiment.config.tree.Node;
import dev.kassei.experiment.config.tree.Node.Entry;
import dev.kassei.experiment.config.tree.Node.Mapping;
import dev.kassei.experiment.config.tree.Node.Sequence;
import dev.kassei.experiment.config.tree.Overlay;
import dev.kassei.experiment.config.tree.Problems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An experiment of a batch for looking up types: the first value that is written for each axis. */
final class ExampleTree {
  private ExampleTree() {}

  static Mapping of(Mapping base, List<Part> parts) {
    var overlays = new ArrayList<Overlaid>();
    parts.forEach(part -> part.map().entries().forEach((key, entry) -> add(key, entry, overlays)));
    Mapping tree = base;
    for (Overlaid each : overlays.stream().sorted(Comparator.comparing(Overlaid::depth)).toList()) {
      tree = Overlay.merge(tree, each.tree());
    }
    return tree;
  }

  private record Overlaid(int depth, Mapping tree) {}

  private static void add(String key, Entry entry, List<Overlaid> overlays) {
    switch (key) {
      case AxisKeys.LIST -> {
        if (first(entry.value()).orElse(entry.value()) instanceof Mapping variant) {
          overlays.add(new Overlaid(0, variant.without(List.of(Keys.NAME))));
        }
      }
      case AxisKeys.GRID, AxisKeys.ZIP, AxisKeys.RANDOM -> {
        if (entry.value() instanceof Mapping axes) {
          axes.entries().forEach((path, axis) -> add(path, axis, key, overlays));
        }
      }
      default -> {}
    }
  }

  private static void add(String path, Entry axis, String kind, List<Overlaid> overlays) {
    List<String> keys = List.of(path.split("\\.", -1));
    first(axis.value())
        .map(value -> new Piece(keys, axis.key(), value))
        .map(piece -> new DottedKeys(new Problems()).nest(axis.key(), List.of(piece), kind))
        .ifPresent(tree -> overlays.add(new Overlaid(keys.size(), tree)));
  }

  private static Optional<Node> first(Node values) {
    if (values instanceof Sequence sequence) {
      return sequence.items().stream().findFirst();
    }
    if (!(values instanceof Mapping map) || map.get(Keys.TYPE).isPresent()) {
      return Optional.of(values);
    }
    Map<String, Entry> entries = map.entries();
    return entries.containsKey("values") || entries.containsKey("choice")
        ? map.get("values").or(() -> map.get("choice")).flatMap(ExampleTree::first)
        : Optional.empty();
  }
}

package dev.kassei.experiment.config;

import dev.kassei.experiment.config.tree.CoreSchema;
import dev.kassei.experiment.config.tree.FileNames;
import dev.kassei.experiment.config.tree.Node;
import dev.kassei.experiment.config.tree.Node.Mapping;
import dev.kassei.experiment.config.tree.Node.Scalar;
import dev.kassei.experiment.config.tree.Node.Sequence;
import dev.kassei.experiment.config.tree.Paths;
import dev.kassei.experiment.config.tree.Problems;
import dev.kassei.experiment.plugin.ComponentTypes;
import dev.kassei.experiment.plugin.Families;
import dev.kassei.experiment.plugin.Plugins;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Makes values of Java types from a tree. Every method returns nothing after it has reported a
 * problem, and goes on with the rest, so that all problems are found in one go.
 */
public final class Binder {
  private final ScalarBinder scalars;
  private final RecordBinder records;
  private final PluginBinder plugins;
  private final Problems problems;

  /**
   * @param files how paths of files are read
   * @param names takes the names under which plugins are chosen
   * @param problems takes what is wrong
   */
  public Binder(Plugins plugins, FileNames files, PluginNames names, Problems problems) {
    this.problems = problems;
    this.scalars = new ScalarBinder(files, problems);
    this.records = new RecordBinder(this, new KeyPlaces(plugins), problems);
    this.plugins = new PluginBinder(plugins, records, names, problems);
  }

  /** What makes records of maps. */
  public RecordBinder records() {
    return records;
  }

  /** What makes plugins of names and maps. */
  public PluginBinder plugins() {
    return plugins;
  }

  /**
   * The value of a slot.
   *
   * @param base the slot's default, whose components stay where the tree has no key
   */
  Optional<Object> bind(Slot slot, Node node, String path, Optional<Object> base) {
    Class<?> type = slot.raw();
    if (slot.inside().isPresent()) {
      return optional(slot, node, path, base);
    }
    if (ComponentTypes.isScalar(type)) {
      return scalars.bind(slot, node, path);
    }
    if (slot.isList()) {
      return list(slot, node, path).map(list -> list);
    }
    if (slot.isMap()) {
      return map(slot, node, path).map(map -> map);
    }
    if (type.isRecord()) {
      return records.bind(RecordShape.of(type), node, path, base);
    }
    return Families.of(type).isPresent()
        ? plugins.bind(type, node, path, List.of())
        : unknown(slot.type(), node, path);
  }

  private Optional<Object> unknown(Type type, Node node, String path) {
    problems.add(
        node.location(),
        path,
        "the plugin declares the type %s here, which configurations cannot hold"
            .formatted(type.getTypeName()));
    return Optional.empty();
  }

  private Optional<Object> optional(Slot slot, Node node, String path, Optional<Object> base) {
    if (node instanceof Scalar scalar && CoreSchema.isNull(scalar)) {
      return Optional.of(absent(slot));
    }
    Optional<Object> inner =
        base.flatMap(value -> value instanceof Optional<?> some ? some : Optional.empty());
    return bind(slot.inside().orElseThrow(), node, path, inner).map(value -> present(slot, value));
  }

  /** The empty value of an optional slot. */
  static Object absent(Slot slot) {
    if (slot.raw() == OptionalInt.class) {
      return OptionalInt.empty();
    }
    if (slot.raw() == OptionalLong.class) {
      return OptionalLong.empty();
    }
    return slot.raw() == OptionalDouble.class ? OptionalDouble.empty() : Optional.empty();
  }

  private static Object present(Slot slot, Object value) {
    if (slot.raw() == OptionalInt.class) {
      return OptionalInt.of((int) value);
    }
    if (slot.raw() == OptionalLong.class) {
      return OptionalLong.of((long) value);
    }
    return slot.raw() == OptionalDouble.class
        ? OptionalDouble.of((double) value)
        : Optional.of(value);
  }

  private Optional<List<Object>> list(Slot slot, Node node, String path) {
    if (!(node instanceof Sequence sequence)) {
      return listOfOne(slot, node, path);
    }
    var values = new ArrayList<Object>();
    for (int i = 0; i < sequence.items().size(); i++) {
      Node item = sequence.items().get(i);
      bind(slot.element(), item, Paths.item(path, i), Optional.empty()).ifPresent(values::add);
    }
    boolean whole = values.size() == sequence.items().size();
    return whole ? Optional.of(List.copyOf(values)) : Optional.empty();
  }

  private Optional<List<Object>> listOfOne(Slot slot, Node node, String path) {
    boolean nothing = node instanceof Scalar scalar && CoreSchema.isNull(scalar);
    boolean map = node instanceof Mapping && ComponentTypes.isScalar(slot.element().raw());
    if (nothing || map) {
      problems.add(node.location(), path, ScalarBinder.expected(slot, node));
      return Optional.empty();
    }
    return bind(slot.element(), node, path, Optional.empty()).map(List::of);
  }

  private Optional<Map<String, Object>> map(Slot slot, Node node, String path) {
    if (!(node instanceof Mapping map)) {
      problems.add(node.location(), path, ScalarBinder.expected(slot, node));
      return Optional.empty();
    }
    var values = new LinkedHashMap<String, Object>();
    map.entries()
        .forEach(
            (key, entry) ->
                bind(slot.element(), entry.value(), Paths.key(path, key), Optional.empty())
                    .ifPresent(value -> values.put(key, value)));
    boolean whole = values.size() == map.entries().size();
    return whole ? Optional.of(values) : Optional.empty();
  }
}

package dev.kassei.experiment.config.tree;

import dev.kassei.experiment.config.tree.Node.Entry;
import dev.kassei.experiment.config.tree.Node.Mapping;
import dev.kassei.experiment.config.tree.Node.Scalar;
import dev.kassei.experiment.config.tree.Node.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns dotted keys into nested maps: {@code optimizer.learning_rate: 1} means {@code optimizer:
 * {learning_rate: 1}}. Both may stand side by side, and beside {@code optimizer: adam}, as long as
 * no value is given twice.
 */
public final class DottedKeys {
  private final Problems problems;

  /**
   * @param problems takes keys that are given twice
   */
  public DottedKeys(Problems problems) {
    this.problems = problems;
  }

  /**
   * A value and what is left of its dotted key.
   *
   * @param rest the keys that lead to the value; empty where it has arrived
   */
  public record Piece(List<String> rest, Location key, Node value) {
    private Piece below() {
      return new Piece(rest.subList(1, rest.size()), key, value);
    }

    private boolean arrived() {
      return rest.isEmpty();
    }
  }

  /** The map that the pieces make, each of which has at least one key. */
  public Mapping nest(Location location, List<Piece> pieces, String path) {
    Map<String, List<Piece>> groups = new LinkedHashMap<>();
    for (Piece piece : pieces) {
      groups.computeIfAbsent(piece.rest().get(0), key -> new ArrayList<>()).add(piece.below());
    }
    Map<String, Entry> entries = new LinkedHashMap<>();
    groups.forEach((key, group) -> entries.put(key, entry(group, Paths.key(path, key))));
    return new Mapping(location, entries);
  }

  /** The map with dotted keys as they are. */
  static Mapping asTyped(Location location, List<Piece> pieces) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (Piece piece : pieces) {
      entries.put(String.join(".", piece.rest()), new Entry(piece.key(), piece.value()));
    }
    return new Mapping(location, entries);
  }

  /** A tree whose dotted keys are all nested. */
  public Node nested(Node node, String path) {
    if (node instanceof Mapping map) {
      return nest(map.location(), pieces(map, path), path);
    }
    if (!(node instanceof Sequence sequence)) {
      return node;
    }
    var items = new ArrayList<Node>();
    for (Node item : sequence.items()) {
      items.add(nested(item, Paths.item(path, items.size())));
    }
    return new Sequence(node.location(), items);
  }

  private List<Piece> pieces(Mapping map, String path) {
    var pieces = new ArrayList<Piece>();
    map.entries()
        .forEach(
            (key, entry) ->
                pieces.add(
                    new Piece(
                        List.of(key.split("\\.", -1)),
                        entry.key(),
                        nested(entry.value(), Paths.key(path, key)))));
    return pieces;
  }

  private Entry entry(List<Piece> group, String path) {
    Piece first = group.get(0);
    if (group.size() == 1 && first.arrived()) {
      return new Entry(first.key(), first.value());
    }
    Optional<Piece> single = refuseTwice(group, path);
    if (single.isPresent()) {
      return new Entry(single.get().key(), single.get().value());
    }
    var inner = new ArrayList<Piece>();
    group.forEach(piece -> inner.addAll(opened(piece)));
    return new Entry(first.key(), nest(first.key(), inner, path));
  }

  /** The piece that stays, if the group gives a value twice. */
  private Optional<Piece> refuseTwice(List<Piece> group, String path) {
    var leaves = group.stream().filter(DottedKeys::isLeaf).toList();
    var others = group.stream().filter(piece -> !isLeaf(piece)).toList();
    boolean words = leaves.stream().allMatch(piece -> piece.value() instanceof Scalar);
    if (leaves.isEmpty() || (leaves.size() == 1 && words && !hasType(others))) {
      return Optional.empty();
    }
    Piece first = group.get(0);
    for (Piece piece : group.subList(1, group.size())) {
      problems.add(piece.key(), path, twice(first.key()));
    }
    return Optional.of(leaves.get(0));
  }

  /** Says that a key is given twice, and where it was given first. */
  public static String twice(Location first) {
    return "given twice, first at %s; keep one of them".formatted(first);
  }

  private static boolean isLeaf(Piece piece) {
    return piece.arrived() && !(piece.value() instanceof Mapping);
  }

  private static boolean hasType(List<Piece> pieces) {
    return pieces.stream().anyMatch(DottedKeys::hasType);
  }

  private static boolean hasType(Piece piece) {
    if (piece.arrived()) {
      return piece.value() instanceof Mapping map && map.entries().containsKey(Keys.TYPE);
    }
    return piece.rest().get(0).equals(Keys.TYPE);
  }

  private static List<Piece> opened(Piece piece) {
    if (!piece.arrived()) {
      return List.of(piece);
    }
    if (piece.value() instanceof Scalar scalar) {
      return List.of(new Piece(List.of(Keys.TYPE), piece.key(), scalar));
    }
    return entries((Mapping) piece.value());
  }

  private static List<Piece> entries(Mapping map) {
    var pieces = new ArrayList<Piece>();
    map.entries()
        .forEach((key, entry) -> pieces.add(new Piece(List.of(key), entry.key(), entry.value())));
    return pieces;
  }
}

package dev.kassei.batch.plan;

import dev.kassei.experiment.config.ConfigLoader;
import dev.kassei.experiment.config.tree.DottedKeys;
import dev.kassei.experiment.config.tree.KeyForm;
import dev.kassei.experiment.config.tree.Keys;
import dev.kassei.experiment.config.tree.Node;
import dev.kassei.experiment.config.tree.Node.Entry;
import dev.kassei.experiment.config.tree.Node.Mapping;
import dev.kassei.experiment.config.tree.Node.Sequence;
import dev.kassei.experiment.config.tree.Paths;
import dev.kassei.experiment.config.tree.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings the batch of a tree into one form, in which files and settings can be merged onto each
 * other: below {@code grid}, {@code zip}, {@code random}, {@code when} and {@code exclude} each key
 * is the whole path of an axis, whether it was typed dotted or nested; elsewhere keys are nested.
 */
public final class AxisKeys {
  static final String BATCH = ConfigLoader.BATCH_KEY;
  static final String GRID = "grid";
  static final String ZIP = "zip";
  static final String RANDOM = "random";
  static final String LIST = "list";
  static final String EXCLUDE = "exclude";
  static final String BLOCKS = "blocks";
  static final String TUNE = "tune";
  static final String WHEN = "when";

  /** The keys that make a map the description of an axis's values. */
  static final Set<String> FORMS =
      Set.of(
          WHEN,
          "values",
          "from",
          "count",
          "log",
          "linear",
          "all",
          "except",
          "choice",
          "uniform",
          "log_uniform");

  /** The form of the trees of batches. */
  public static final KeyForm FORM =
      new KeyForm() {
        @Override
        public boolean staysDotted(String path) {
          return path.equals(BATCH) || path.startsWith(BATCH + ".") || path.startsWith(BATCH + "[");
        }

        @Override
        public Mapping canonical(Mapping tree, Problems problems) {
          return new AxisKeys(problems).canonical(tree);
        }
      };

  private final Problems problems;

  private AxisKeys(Problems problems) {
    this.problems = problems;
  }

  private Mapping canonical(Mapping tree) {
    Entry batch = tree.entries().get(BATCH);
    return batch == null
        ? tree
        : tree.with(BATCH, new Entry(batch.key(), part(batch.value(), BATCH)));
  }

  private Node part(Node node, String path) {
    if (!(node instanceof Mapping map)) {
      return node;
    }
    var entries = new LinkedHashMap<String, Entry>();
    heads(map, path)
        .forEach(
            (key, entry) -> {
              Node value = part(key, entry.value(), Paths.key(path, key));
              entries.put(key, new Entry(entry.key(), value));
            });
    return new Mapping(map.location(), entries);
  }

  private Node part(String key, Node value, String path) {
    return switch (key) {
      case GRID, ZIP, RANDOM -> flat(value, path);
      case EXCLUDE -> each(value, path, this::flat);
      case BLOCKS -> each(value, path, this::part);
      case TUNE -> part(value, path);
      default -> new DottedKeys(problems).nested(value, path);
    };
  }

  /** The map with each key cut at its first dot; what follows the dot stays dotted below. */
  private Map<String, Entry> heads(Mapping map, String path) {
    var heads = new LinkedHashMap<String, Entry>();
    map.entries()
        .forEach(
            (key, entry) -> {
              int dot = key.indexOf('.');
              String head = dot < 0 ? key : key.substring(0, dot);
              Entry below = dot < 0 ? entry : inside(key.substring(dot + 1), entry);
              Entry before = heads.putIfAbsent(head, below);
              if (before != null) {
                heads.put(head, joined(before, below, Paths.key(path, head)));
              }
            });
    return heads;
  }

  private static Entry inside(String rest, Entry entry) {
    return new Entry(entry.key(), new Mapping(entry.key(), Map.of(rest, entry)));
  }

  private Entry joined(Entry first, Entry second, String path) {
    if (!(first.value() instanceof Mapping map) || !(second.value() instanceof Mapping more)) {
      problems.add(second.key(), path, DottedKeys.twice(first.key()));
      return first;
    }
    var entries = new LinkedHashMap<>(map.entries());
    more.entries().forEach((key, entry) -> put(entries, key, entry, path));
    return new Entry(first.key(), new Mapping(map.location(), entries));
  }

  private void put(Map<String, Entry> entries, String key, Entry entry, String path) {
    Entry before = entries.putIfAbsent(key, entry);
    if (before != null) {
      problems.add(entry.key(), Paths.key(path, key), DottedKeys.twice(before.key()));
    }
  }

  /** A step over the items of a list; a single item may stand without the list. */
  private static Node each(Node node, String path, Step step) {
    if (!(node instanceof Sequence sequence)) {
      return step.of(node, path);
    }
    var items = new ArrayList<Node>();
    for (Node item : sequence.items()) {
      items.add(step.of(item, Paths.item(path, items.size())));
    }
    return new Sequence(node.location(), items);
  }

  @FunctionalInterface
  private interface Step {
    Node of(Node node, String path);
  }

  /** A map from paths to values. */
  private Node flat(Node node, String path) {
    if (!(node instanceof Mapping map)) {
      return node;
    }
    var entries = new LinkedHashMap<String, Entry>();
    flatten(map, "", path, entries);
    return new Mapping(map.location(), entries);
  }

  private void flatten(Mapping map, String prefix, String path, Map<String, Entry> entries) {
    map.entries()
        .forEach(
            (key, entry) -> {
              String whole = Paths.key(prefix, key);
              if (entry.value() instanceof Mapping inner && !isValue(inner)) {
                flatten(inner, whole, path, entries);
              } else {
                Node value = value(entry.value(), Paths.key(path, whole));
                put(entries, whole, new Entry(entry.key(), value), path);
              }
            });
  }

  /** Whether a map is a value or describes values, and is no step of a path. */
  private static boolean isValue(Mapping map) {
    Set<String> keys = map.entries().keySet();
    return keys.isEmpty()
        || Keys.typeKey(map).isPresent()
        || keys.stream().anyMatch(FORMS::contains);
  }

  private Node value(Node node, String path) {
    if (!(node instanceof Mapping map) || map.get(WHEN).isEmpty()) {
      return new DottedKeys(problems).nested(node, path);
    }
    Entry when = map.entries().get(WHEN);
    Mapping nested = (Mapping) new DottedKeys(problems).nested(map.without(List.of(WHEN)), path);
    return nested.with(WHEN, new Entry(when.key(), flat(when.value(), Paths.key(path, WHEN))));
  }
}

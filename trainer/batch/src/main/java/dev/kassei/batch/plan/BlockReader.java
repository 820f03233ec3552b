package dev.kassei.batch.plan;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Required;
import dev.kassei.engine.random.CountedDraws;
import dev.kassei.engine.random.Purpose;
import dev.kassei.experiment.config.RecordBinder;
import dev.kassei.experiment.config.RecordShape;
import dev.kassei.experiment.config.tree.Keys;
import dev.kassei.experiment.config.tree.Location;
import dev.kassei.experiment.config.tree.Node;
import dev.kassei.experiment.config.tree.Node.Entry;
import dev.kassei.experiment.config.tree.Node.Mapping;
import dev.kassei.experiment.config.tree.Node.Scalar;
import dev.kassei.experiment.config.tree.Node.Sequence;
import dev.kassei.experiment.config.tree.Paths;
import dev.kassei.experiment.config.tree.Problems;
import dev.kassei.experiment.config.tree.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the axes of one block. */
final class BlockReader {
  /** The keys of a block. */
  static final List<String> KEYS =
      List.of(AxisKeys.GRID, AxisKeys.ZIP, AxisKeys.LIST, AxisKeys.RANDOM, AxisKeys.EXCLUDE);

  /** The key of how many values each axis draws. */
  static final String SAMPLES = "samples";

  static final String SEED = "seed";

  private final AxisReader axes;
  private final RecordBinder records;
  private final Problems problems;

  BlockReader(AxisReader axes, RecordBinder records, Problems problems) {
    this.axes = axes;
    this.records = records;
    this.problems = problems;
  }

  /** A part of the batch and its path. */
  record Part(Mapping map, String path) {}

  /** The block that parts make together; what cannot be read is reported and left out. */
  Block read(List<Part> parts) {
    var dimensions = new ArrayList<Dimension>();
    parts.forEach(part -> dimensions.addAll(dimensions(part)));
    dimensions.sort(Comparator.comparing(Dimension::isSeed));
    var excluded = new ArrayList<List<Condition>>();
    parts.forEach(part -> excluded.addAll(excluded(part)));
    var block = new Block(dimensions, excluded);
    new BlockCheck(problems).check(block);
    return block;
  }

  private List<Dimension> dimensions(Part part) {
    var dimensions = new ArrayList<Dimension>();
    part.map()
        .entries()
        .forEach(
            (key, entry) -> {
              String place = Paths.key(part.path(), key);
              switch (key) {
                case AxisKeys.GRID -> grid(entry.value(), place).forEach(dimensions::add);
                case AxisKeys.ZIP -> zip(entry.value(), place).ifPresent(dimensions::add);
                case AxisKeys.LIST -> list(entry, place).ifPresent(dimensions::add);
                case AxisKeys.RANDOM -> random(entry.value(), place).ifPresent(dimensions::add);
                default -> {}
              }
            });
    return dimensions;
  }

  private List<Dimension> grid(Node node, String place) {
    return listed(node, place).stream().map(axis -> new Dimension(List.of(axis))).toList();
  }

  private List<Axis> listed(Node node, String place) {
    var read = new ArrayList<Axis>();
    paths(node, place)
        .forEach(
            (path, entry) -> axes.listed(path, entry, Paths.key(place, path)).ifPresent(read::add));
    return read;
  }

  private Map<String, Entry> paths(Node node, String place) {
    if (node instanceof Mapping map && !map.entries().isEmpty()) {
      return map.entries();
    }
    problems.add(
        node.location(),
        place,
        "expected a map of paths to values, such as {model.activation: [relu, tanh]}, but was "
            + Words.of(node));
    return Map.of();
  }

  private Optional<Dimension> zip(Node node, String place) {
    List<Axis> tied = listed(node, place);
    for (Axis axis : tied) {
      Axis first = tied.get(0);
      if (axis.values().size() != first.values().size()) {
        problems.add(
            axis.key(),
            Paths.key(place, axis.path()),
            "tied axes need equally many values, but %s has %s and %s has %s"
                .formatted(first.path(), first.values().size(), axis.path(), axis.values().size()));
        return Optional.empty();
      }
    }
    return tied.isEmpty() ? Optional.empty() : Optional.of(new Dimension(tied));
  }

  private Optional<Dimension> list(Entry entry, String place) {
    if (!(entry.value() instanceof Sequence sequence) || sequence.items().isEmpty()) {
      problems.add(
          entry.value().location(),
          place,
          "expected a list of maps, such as [{name: A, model.activation: relu}], but was "
              + Words.of(entry.value()));
      return Optional.empty();
    }
    var items = new ArrayList<Mapping>();
    for (Node item : sequence.items()) {
      if (item instanceof Mapping map) {
        items.add(map);
      } else {
        problems.add(
            item.location(),
            Paths.item(place, items.size()),
            "expected a map of paths to values but was " + Words.of(item));
      }
    }
    return items.isEmpty() ? Optional.empty() : Optional.of(variants(entry.key(), items));
  }

  private static Dimension variants(Location key, List<Mapping> items) {
    List<Scalar> names = items.stream().map(BlockReader::name).toList();
    List<String> labels = Labels.of(names);
    var values = new ArrayList<AxisValue>();
    for (int i = 0; i < items.size(); i++) {
      Mapping overlay = items.get(i).without(List.of(Keys.NAME));
      values.add(AxisValue.variant(labels.get(i), names.get(i), overlay));
    }
    return new Dimension(List.of(new Axis(Axis.VARIANT, key, values, List.of())));
  }

  /** The name of a variant, or else what it sets. */
  private static Scalar name(Mapping variant) {
    boolean named = variant.get(Keys.NAME).orElse(variant) instanceof Scalar;
    String text = named ? Labels.of(variant) : Labels.set(variant);
    return new Scalar(variant.location(), text, false);
  }

  /**
   * The keys of {@code random} that are no axes.
   *
   * @param samples how many values each axis draws
   * @param seed what the draws depend on beside the path of their axis
   */
  record Sampling(@Required int samples, long seed) {
    Sampling() {
      this(1, 1);
    }

    Sampling {
      require(
          samples > 0 && samples <= ValueForm.MAX_VALUES,
          "samples must be from 1 to %s but was %s",
          ValueForm.MAX_VALUES,
          samples);
    }
  }

  private Optional<Dimension> random(Node node, String place) {
    if (!(node instanceof Mapping map)) {
      paths(node, place);
      return Optional.empty();
    }
    var own = new LinkedHashMap<String, Entry>();
    var drawn = new LinkedHashMap<String, Entry>();
    map.entries().forEach((key, entry) -> (isSampling(key, entry) ? own : drawn).put(key, entry));
    Optional<Object> sampling =
        records.bind(
            RecordShape.of(Sampling.class),
            new Mapping(map.location(), own),
            place,
            Optional.empty());
    Map<String, Entry> paths = paths(new Mapping(map.location(), drawn), place);
    return sampling.flatMap(it -> random(paths, (Sampling) it, place));
  }

  private static boolean isSampling(String key, Entry entry) {
    return key.equals(SAMPLES) || (key.equals(SEED) && entry.value() instanceof Scalar);
  }

  private Optional<Dimension> random(Map<String, Entry> paths, Sampling sampling, String place) {
    var drawn = new ArrayList<Axis>();
    paths.forEach(
        (path, entry) -> {
          var draws = CountedDraws.of(sampling.seed(), Purpose.AXES, path, 0);
          axes.drawn(path, entry, Paths.key(place, path), sampling.samples(), draws)
              .ifPresent(drawn::add);
        });
    return drawn.isEmpty()
        ? Optional.empty()
        : Optional.of(new Dimension(drawn, Dimension.Origin.DRAWN));
  }

  private List<List<Condition>> excluded(Part part) {
    Optional<Node> node = part.map().get(AxisKeys.EXCLUDE);
    if (node.isEmpty()) {
      return List.of();
    }
    String place = Paths.key(part.path(), AxisKeys.EXCLUDE);
    List<Node> items =
        node.get() instanceof Sequence sequence ? sequence.items() : List.of(node.get());
    var excluded = new ArrayList<List<Condition>>();
    for (int i = 0; i < items.size(); i++) {
      List<Condition> all = axes.conditions(items.get(i), Paths.item(place, i));
      if (!all.isEmpty()) {
        excluded.add(all);
      }
    }
    return excluded;
  }
}

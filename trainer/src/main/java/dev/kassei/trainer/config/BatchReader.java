package dev.kassei.trainer.config;

import dev.kassei.trainer.config.BatchKeys.Comparison;
import dev.kassei.trainer.config.BatchKeys.Kept;
import dev.kassei.trainer.config.BatchKeys.Tuning;
import dev.kassei.trainer.config.BlockReader.Part;
import dev.kassei.trainer.config.Node.Entry;
import dev.kassei.trainer.config.Node.Mapping;
import dev.kassei.trainer.config.Node.Scalar;
import dev.kassei.trainer.config.Node.Sequence;
import dev.kassei.trainer.plugin.Families;
import dev.kassei.trainer.plugin.Family;
import dev.kassei.trainer.plugin.Plugins;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads what stands under {@code batch}. */
final class BatchReader {
  private static final String TUNE_PATH = Paths.key(AxisKeys.BATCH, AxisKeys.TUNE);
  private static final String COMPARE_PATH = Paths.key(AxisKeys.BATCH, BatchKeys.COMPARE);
  private static final List<String> BESIDE =
      List.of(AxisKeys.BLOCKS, AxisKeys.TUNE, BatchKeys.COMPARE, BatchKeys.KEEP);
  private static final List<String> IN_TUNE = List.of(BatchKeys.SEEDS, BatchKeys.METRIC);
  private static final List<String> CHECKABLE = List.of("axis", BatchKeys.METRIC, "reference");
  private static final String DEFAULT_SEEDS = "{from: 1001, count: 3}";
  private static final String SEED = "seed";

  private final Mapping batch;
  private final Plugins plugins;
  private final RecordBinder records;
  private final Problems problems;
  private final List<List<Part>> parts = new ArrayList<>();
  private final AxisSlots slots;
  private final AxisReader axes;
  private final BlockReader reader;

  BatchReader(
      Mapping base, Mapping batch, Plugins plugins, RecordBinder records, Problems problems) {
    this.batch = batch;
    this.plugins = plugins;
    this.records = records;
    this.problems = problems;
    readParts();
    List<Part> all = parts.stream().flatMap(List::stream).distinct().toList();
    this.slots = new AxisSlots(plugins, ExampleTree.of(base, all));
    this.axes = new AxisReader(records, new FamilyValues(plugins, problems), slots, problems);
    this.reader = new BlockReader(axes, records, problems);
  }

  /** The inner axes and seeds of tuning. */
  record Inner(Block block, List<Long> seeds, Measure metric) {}

  private void readParts() {
    refuseUnknown(batch, AxisKeys.BATCH, BESIDE);
    var own = new Part(batch, AxisKeys.BATCH);
    Optional<Node> blocks = batch.get(AxisKeys.BLOCKS);
    if (blocks.isEmpty()) {
      parts.add(List.of(own));
      return;
    }
    String path = Paths.key(AxisKeys.BATCH, AxisKeys.BLOCKS);
    List<Node> items =
        blocks.get() instanceof Sequence sequence ? sequence.items() : List.of(blocks.get());
    for (int i = 0; i < items.size(); i++) {
      String place = Paths.item(path, i);
      if (items.get(i) instanceof Mapping map) {
        refuseUnknown(map, place, List.of());
        parts.add(List.of(new Part(map, place), own));
      } else {
        String message = "expected a map with grid, zip, list or random but was ";
        problems.add(items.get(i).location(), place, message + Words.of(items.get(i)));
      }
    }
  }

  private void refuseUnknown(Mapping map, String path, List<String> beside) {
    List<String> known = Stream.concat(BlockReader.KEYS.stream(), beside.stream()).toList();
    map.entries()
        .forEach(
            (key, entry) -> {
              if (!known.contains(key)) {
                records.unknown(key, entry.key(), path, known);
              }
            });
  }

  /** The blocks. */
  List<Block> blocks() {
    var blocks = new ArrayList<Block>();
    for (List<Part> part : parts) {
      Block block = reader.read(part);
      blocks.add(block);
      if (block.dimensions().isEmpty() && problems.isEmpty()) {
        problems.add(
            part.get(0).map().location(),
            part.get(0).path(),
            "there are no axes; give grid, zip, list or random");
      }
    }
    return blocks;
  }

  /** The keys of the sections that axes change, also of axes that cannot be read. */
  Set<String> sections() {
    var sections = new TreeSet<String>();
    Stream<Mapping> maps = parts.stream().flatMap(List::stream).map(Part::map);
    Stream<Mapping> tune =
        batch.get(AxisKeys.TUNE).filter(Mapping.class::isInstance).map(Mapping.class::cast).stream();
    Stream.concat(maps, tune).forEach(map -> sections(map, sections));
    return sections;
  }

  private static void sections(Mapping part, Set<String> sections) {
    Stream.of(AxisKeys.GRID, AxisKeys.ZIP, AxisKeys.RANDOM)
        .flatMap(key -> part.get(key).stream())
        .forEach(node -> keys(node, sections));
    part.get(AxisKeys.LIST)
        .filter(Sequence.class::isInstance)
        .ifPresent(list -> ((Sequence) list).items().forEach(item -> keys(item, sections)));
  }

  private static void keys(Node node, Set<String> sections) {
    if (node instanceof Mapping map) {
      map.entries().keySet().forEach(path -> sections.add(path.split("\\.", -1)[0]));
    }
  }

  /** The inner axes of tuning, if there is any. */
  Optional<Inner> tune(List<Block> outer) {
    Optional<Node> node = batch.get(AxisKeys.TUNE);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    if (!(node.get() instanceof Mapping map)) {
      problems.add(
          node.get().location(),
          TUNE_PATH,
          "expected a map with grid, zip, list or random but was " + Words.of(node.get()));
      return Optional.empty();
    }
    refuseUnknown(map, TUNE_PATH, IN_TUNE);
    Block block = reader.read(List.of(new Part(map, TUNE_PATH)));
    if (block.dimensions().isEmpty() && problems.isEmpty()) {
      problems.add(map.location(), TUNE_PATH, "there are no axes; give grid, zip, list or random");
    }
    block.axes().forEach(axis -> refuseOuter(axis, outer));
    Optional<Measure> metric = tuning(map).map(Tuning::metric);
    metric.ifPresent(it -> checkMetric(it, map.get(BatchKeys.METRIC).orElse(map), TUNE_PATH));
    return metric.map(it -> new Inner(block, seeds(map), it));
  }

  private Optional<Tuning> tuning(Mapping map) {
    var others = map.entries().keySet().stream().filter(key -> !key.equals(BatchKeys.METRIC));
    return bound(Tuning.class, map.without(others.toList()), TUNE_PATH);
  }

  private void refuseOuter(Axis axis, List<Block> outer) {
    if (axis.isSeed()) {
      String message = "seeds are no settings that can be tuned; those of tuning stand under seeds";
      problems.add(axis.key(), Paths.key(TUNE_PATH, axis.path()), message);
    }
    outer.stream()
        .flatMap(block -> block.axes().stream())
        .filter(other -> other.path().equals(axis.path()))
        .findFirst()
        .ifPresent(
            other ->
                problems.add(
                    axis.key(),
                    Paths.key(TUNE_PATH, axis.path()),
                    "the axis is " + DottedKeys.twice(other.key())));
  }

  private List<Long> seeds(Mapping tune) {
    String place = Paths.key(TUNE_PATH, BatchKeys.SEEDS);
    Entry entry = tune.entries().get(BatchKeys.SEEDS);
    if (entry == null) {
      Node seeds = YamlReader.value(tune.location(), DEFAULT_SEEDS, problems);
      entry = new Entry(tune.location(), seeds);
    }
    var seeds = new ArrayList<Long>();
    axes.listed(SEED, entry, place)
        .ifPresent(axis -> axis.values().forEach(value -> seeds.add(seed(value.node(), place))));
    return seeds.stream().distinct().toList();
  }

  private long seed(Node node, String place) {
    if (node instanceof Scalar scalar && CoreSchema.whole(scalar).isPresent()) {
      return CoreSchema.whole(scalar).getAsLong();
    }
    problems.add(node.location(), place, ScalarBinder.expected(Slot.of(long.class), node));
    return 0;
  }

  private void checkMetric(Measure measure, Node node, String path) {
    var known = new ArrayList<>(List.of("loss"));
    known.addAll(plugins.of(Families.METRIC).names());
    if (!known.contains(measure.metric())) {
      String hint = Suggestions.didYouMean(measure.metric(), known);
      problems.add(
          node.location(),
          Paths.key(path, BatchKeys.METRIC),
          "unknown metric %s%s Known metrics: %s"
              .formatted(
                  Words.quoted(measure.metric()),
                  hint.isEmpty() ? "." : hint,
                  String.join(", ", known)));
    }
  }

  /** Which run folders are kept. */
  Keep keep() {
    var others = batch.entries().keySet().stream().filter(key -> !key.equals(BatchKeys.KEEP));
    return bound(Kept.class, batch.without(others.toList()), AxisKeys.BATCH)
        .map(Kept::keep)
        .orElse(Keep.BEST);
  }

  /** What is compared; if it cannot be read, something of no meaning after a report. */
  Compare compare(List<Block> blocks) {
    Node node =
        batch.get(BatchKeys.COMPARE).orElseGet(() -> new Mapping(batch.location(), Map.of()));
    Comparison keys =
        bound(Comparison.class, node, COMPARE_PATH)
            .or(() -> bound(Comparison.class, checkable(node), COMPARE_PATH))
            .orElseGet(Comparison::new);
    keys.metric().ifPresent(it -> checkMetric(it, at(node, BatchKeys.METRIC), COMPARE_PATH));
    List<Axis> all = blocks.stream().flatMap(block -> block.axes().stream()).toList();
    Optional<Axis> axis = axis(keys, all, node);
    Optional<String> reference =
        keys.reference().flatMap(label -> axis.flatMap(it -> reference(label, it, all, node)));
    return new Compare(
        axis.map(Axis::path).orElse(""),
        keys.metric(),
        keys.epoch(),
        reference,
        keys.rope(),
        keys.postHoc());
  }

  /** The keys that can be checked where others are wrong. */
  private static Node checkable(Node node) {
    return node instanceof Mapping map
        ? map.without(
            map.entries().keySet().stream().filter(key -> !CHECKABLE.contains(key)).toList())
        : node;
  }

  private static Node at(Node node, String key) {
    return node instanceof Mapping map ? map.get(key).orElse(map) : node;
  }

  private Optional<Axis> axis(Comparison keys, List<Axis> all, Node node) {
    if (keys.axis().isEmpty()) {
      return all.stream()
          .filter(this::isActivation)
          .findFirst()
          .or(() -> all.stream().filter(axis -> !axis.isSeed()).findFirst())
          .or(() -> all.stream().findFirst());
    }
    String path = keys.axis().get();
    Optional<Axis> axis = all.stream().filter(each -> each.path().equals(path)).findFirst();
    if (axis.isEmpty()) {
      List<String> known = all.stream().map(Axis::path).distinct().toList();
      String hint = Suggestions.didYouMean(path, known);
      problems.add(
          at(node, "axis").location(),
          Paths.key(COMPARE_PATH, "axis"),
          "there is no axis %s%s Axes: %s"
              .formatted(
                  Words.quoted(path), hint.isEmpty() ? "." : hint, String.join(", ", known)));
    }
    return axis;
  }

  boolean isActivation(Axis axis) {
    Optional<Family<?>> family = slots.family(axis.path());
    return family.filter(Families.ACTIVATION::equals).isPresent();
  }

  private Optional<String> reference(String label, Axis axis, List<Axis> all, Node node) {
    Node wanted = new Scalar(node.location(), label, true);
    List<AxisValue> values =
        all.stream()
            .filter(each -> each.path().equals(axis.path()))
            .flatMap(each -> each.values().stream())
            .toList();
    Optional<String> found =
        values.stream()
            .filter(value -> value.label().equals(label))
            .findFirst()
            .or(() -> values.stream().filter(value -> value.is(wanted)).findFirst())
            .map(AxisValue::label);
    if (found.isEmpty()) {
      List<String> labels = values.stream().map(AxisValue::label).distinct().toList();
      String hint = Suggestions.didYouMean(label, labels);
      problems.add(
          at(node, "reference").location(),
          Paths.key(COMPARE_PATH, "reference"),
          "the axis %s has no value %s%s It has %s"
              .formatted(
                  axis.path(),
                  Words.quoted(label),
                  hint.isEmpty() ? "." : hint,
                  BlockCheck.some(labels)));
    }
    return found;
  }

  private <T> Optional<T> bound(Class<T> type, Node node, String path) {
    return records.bind(RecordShape.of(type), node, path, Optional.empty()).map(type::cast);
  }
}

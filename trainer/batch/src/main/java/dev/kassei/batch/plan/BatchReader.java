package dev.kassei.batch.plan;

import dev.kassei.batch.plan.BatchKeys.Saved;
import dev.kassei.batch.plan.BatchKeys.Tuning;
import dev.kassei.batch.plan.BlockReader.Part;
import dev.kassei.experiment.config.Measure;
import dev.kassei.experiment.config.RecordBinder;
import dev.kassei.experiment.config.RecordShape;
import dev.kassei.experiment.config.ScalarBinder;
import dev.kassei.experiment.config.Slot;
import dev.kassei.experiment.config.tree.CoreSchema;
import dev.kassei.experiment.config.tree.Node;
import dev.kassei.experiment.config.tree.Node.Entry;
import dev.kassei.experiment.config.tree.Node.Mapping;
import dev.kassei.experiment.config.tree.Node.Scalar;
import dev.kassei.experiment.config.tree.Node.Sequence;
import dev.kassei.experiment.config.tree.Paths;
import dev.kassei.experiment.config.tree.Problems;
import dev.kassei.experiment.config.tree.Words;
import dev.kassei.experiment.config.tree.YamlReader;
import dev.kassei.experiment.plugin.Families;
import dev.kassei.experiment.plugin.Family;
import dev.kassei.experiment.plugin.Plugins;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads what stands under {@code batch}. */
final class BatchReader {
  private static final String TUNE_PATH = Paths.key(AxisKeys.BATCH, AxisKeys.TUNE);
  private static final List<String> BESIDE =
      List.of(
          AxisKeys.BLOCKS, AxisKeys.TUNE, BatchKeys.COMPARE, BatchKeys.KEEP, BatchKeys.CHECKPOINT);
  private static final List<String> IN_TUNE = List.of(BatchKeys.SEEDS, BatchKeys.METRIC);
  private static final String DEFAULT_SEEDS = "{from: 1001, count: 3}";
  private static final String SEED = "seed";

  private final Mapping batch;
  private final MetricNames metrics;
  private final RecordBinder records;
  private final Problems problems;
  private final List<List<Part>> parts = new ArrayList<>();
  private final AxisSlots slots;
  private final FamilyValues families;
  private final AxisReader axes;
  private final BlockReader reader;
  private final BlockSize sizes;

  /**
   * @param records makes what reads records and reports to the problems given to it
   */
  BatchReader(
      Mapping base,
      Mapping batch,
      Plugins plugins,
      Function<Problems, RecordBinder> records,
      Problems problems) {
    this.batch = batch;
    this.metrics = new MetricNames(base, plugins, problems);
    this.records = records.apply(problems);
    this.problems = problems;
    readParts();
    List<Part> all = parts.stream().flatMap(List::stream).distinct().toList();
    this.slots = new AxisSlots(plugins, ExampleTree.of(base, all));
    this.families = new FamilyValues(plugins, problems);
    this.axes = new AxisReader(this.records, families, slots, problems);
    this.reader = new BlockReader(axes, this.records, problems);
    var unreported = new Problems();
    this.sizes =
        new BlockSize(
            new AxisReader(
                records.apply(unreported),
                new FamilyValues(plugins, unreported),
                slots,
                unreported));
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

  /** How many trials all blocks make, before conditions and exclusions. */
  double trials() {
    return parts.stream().mapToDouble(sizes::of).sum();
  }

  /** How many assignments tuning makes for each trial, before conditions and exclusions. */
  double assignments() {
    return tuning().stream().mapToDouble(map -> sizes.of(List.of(new Part(map, TUNE_PATH)))).sum();
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

  /** What the axes that were read leave out, though they say that they have all. */
  List<String> warnings() {
    return families.warnings();
  }

  /** The keys of the sections that axes change, also of axes that cannot be read. */
  Set<String> sections() {
    var sections = new TreeSet<String>();
    Stream<Mapping> maps = parts.stream().flatMap(List::stream).map(Part::map);
    Stream.concat(maps, tuning().stream()).forEach(map -> sections(map, sections));
    return sections;
  }

  private Optional<Mapping> tuning() {
    return batch.get(AxisKeys.TUNE).filter(Mapping.class::isInstance).map(Mapping.class::cast);
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
    Optional<Measure> metric = tuning(map).map(Tuning::metric);
    metric.ifPresent(it -> metrics.check(it, map.get(BatchKeys.METRIC).orElse(map), TUNE_PATH));
    List<Axis> axes = outer.stream().flatMap(each -> each.axes().stream()).toList();
    var check = new TuneCheck(axes, metric.orElseGet(() -> new Tuning().metric()), problems);
    block.axes().forEach(check::check);
    return metric.map(it -> new Inner(block, seeds(map), it));
  }

  private Optional<Tuning> tuning(Mapping map) {
    var others = map.entries().keySet().stream().filter(key -> !key.equals(BatchKeys.METRIC));
    return bound(Tuning.class, map.without(others.toList()), TUNE_PATH);
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
    if (node instanceof Scalar scalar && CoreSchema.integer(scalar).isPresent()) {
      return CoreSchema.integer(scalar).getAsLong();
    }
    problems.add(node.location(), place, ScalarBinder.expected(Slot.of(long.class), node));
    return 0;
  }

  /** What is saved beside results. */
  Saved saved() {
    List<String> own = List.of(BatchKeys.KEEP, BatchKeys.CHECKPOINT);
    var others = batch.entries().keySet().stream().filter(key -> !own.contains(key));
    return bound(Saved.class, batch.without(others.toList()), AxisKeys.BATCH).orElseGet(Saved::new);
  }

  CompareReader compare() {
    return new CompareReader(batch, this::isActivation, metrics, records, problems);
  }

  boolean isActivation(Axis axis) {
    Optional<Family<?>> family = slots.family(axis.path());
    return family.filter(Families.ACTIVATION::equals).isPresent();
  }

  private <T> Optional<T> bound(Class<T> type, Node node, String path) {
    return records.bind(RecordShape.of(type), node, path, Optional.empty()).map(type::cast);
  }
}

package dev.kassei.batch.plan;

import dev.kassei.api.value.Numbers;
import dev.kassei.batch.plan.BatchKeys.Saved;
import dev.kassei.batch.plan.BatchReader.Inner;
import dev.kassei.batch.plan.MeasureChecks.Checked;
import dev.kassei.experiment.config.Binder;
import dev.kassei.experiment.config.ConfigDocument;
import dev.kassei.experiment.config.EffectiveConfig;
import dev.kassei.experiment.config.ExperimentCheck;
import dev.kassei.experiment.config.ExperimentConfig;
import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.experiment.config.PluginNames;
import dev.kassei.experiment.config.Seeds;
import dev.kassei.experiment.config.Slot;
import dev.kassei.experiment.config.tree.Location;
import dev.kassei.experiment.config.tree.Node;
import dev.kassei.experiment.config.tree.Node.Mapping;
import dev.kassei.experiment.config.tree.Node.Scalar;
import dev.kassei.experiment.config.tree.Paths;
import dev.kassei.experiment.config.tree.Problems;
import dev.kassei.experiment.config.tree.YamlWriter;
import dev.kassei.experiment.plugin.Plugins;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes the trials of a batch, and checks each. */
final class BatchLoader {
  /** As many trials fit into memory with room to spare. */
  static final int MAX_TRIALS = 1_000_000;

  private static final String TUNING = "tuning";
  private static final String TUNE_PATH = Paths.key(AxisKeys.BATCH, AxisKeys.TUNE);

  private final Mapping base;
  private final Mapping batch;
  private final Plugins plugins;
  private final Path file;
  private final Path folder;
  private final Problems problems;
  private final PluginNames names = new PluginNames();
  private final RebasedPaths paths;
  private final BatchReader reader;
  private final TrialFactory factory;
  private final TrialProblems trialProblems;
  private final MeasureChecks measures;

  /**
   * @param document the file that was loaded
   * @param batch what stands under {@code batch}
   */
  BatchLoader(ConfigDocument document, Mapping batch) {
    this.base = document.tree().without(List.of(AxisKeys.BATCH));
    this.batch = batch;
    this.plugins = document.plugins();
    this.file = document.file();
    this.folder = document.files().folder();
    this.problems = document.problems();
    this.paths = new RebasedPaths(document.files()::rebased);
    this.trialProblems = new TrialProblems(problems);
    var found = new Problems();
    var records = new Binder(plugins, paths, names, found).records();
    var binder = new TrialBinder(records, found);
    var check = new ExperimentCheck(plugins, names, found);
    this.factory =
        new TrialFactory(
            new TrialTrees(base), binder, check, names, folder, plugins, document.pluginPaths());
    this.measures = new MeasureChecks(batch, names, plugins, trialProblems);
    this.reader =
        new BatchReader(
            base,
            batch,
            plugins,
            own -> new Binder(plugins, paths, new PluginNames(), own).records(),
            problems);
  }

  BatchConfig load() {
    refuseMany(reader.trials(), AxisKeys.BATCH, "trials");
    refuseMany(reader.assignments(), TUNE_PATH, "candidates");
    List<Block> blocks = reader.blocks();
    Compare compare = reader.compare().of(blocks);
    Saved saved = reader.saved();
    Optional<Inner> inner = reader.tune(blocks);
    Map<String, Map<String, String>> contents = AxisContents.of(blocks, problems);
    if (!problems.isEmpty()) {
      checkBase();
      problems.throwIfAny();
    }
    var warnings = new ArrayList<String>(reader.warnings());
    Trials trials = trials(blocks, warnings);
    List<Axis> axes = blocks.stream().flatMap(block -> block.axes().stream()).toList();
    new ReplacedValues(base, factory).problems(axes, trials.combinations()).forEach(problems::add);
    if (inner.isEmpty()) {
      trials.checked().forEach(trial -> measures.compare(compare, trial));
    }
    Optional<Tune> tune = inner.map(it -> tune(it, trials, compare));
    problems.throwIfAny();
    inner.ifPresent(it -> warn(it, trials, warnings));
    axes.stream()
        .filter(reader::isActivation)
        .flatMap(axis -> new SameFormulas(plugins).warnings(axis).stream())
        .distinct()
        .forEach(warnings::add);
    axes.stream()
        .flatMap(axis -> ReplacedOptions.warnings(axis, base).stream())
        .distinct()
        .forEach(warnings::add);
    List<TrialConfig> configs = trials.configs(factory);
    ExperimentConfig first = configs.get(0).config().experiment();
    if (!first.training().listeners().isEmpty()) {
      warnings.add(
          "training.listeners: listeners hear the runs that 'keep' saves, but no other trials");
    }
    Mapping tree = tree(configs, compare, saved, inner);
    return new BatchConfig(
        first.name(),
        file,
        folder,
        configs,
        contents,
        blocks.stream()
            .flatMap(block -> block.drawn().stream())
            .collect(Collectors.toCollection(LinkedHashSet::new)),
        tune,
        compare,
        saved.keep(),
        saved.checkpoint(),
        warnings,
        BatchText.plan(tree),
        YamlWriter.text(tree));
  }

  /** What is wrong beside the axes, when trials cannot be made. */
  private void checkBase() {
    Set<String> touched = reader.sections();
    factory.experiment(new Combination(List.of()));
    factory.problems().stream()
        .filter(problem -> !touched.contains(problem.path().split("[.\\[]", 2)[0]))
        .forEach(problems::add);
  }

  private void refuseMany(double count, String path, String what) {
    if (count > MAX_TRIALS) {
      throw problems.fatal(
          batch.location(),
          path,
          "the axes make %s %s, but at most %s are possible; take fewer values, or draw some with"
                  .formatted(Numbers.text(Math.min(count, Long.MAX_VALUE)), what, MAX_TRIALS)
              + " random");
    }
  }

  /** Combinations and their experiments, by number − 1. */
  private record Trials(List<Combination> combinations, List<ExperimentConfig> experiments) {
    Stream<Checked> checked() {
      return IntStream.range(0, combinations.size())
          .mapToObj(i -> new Checked("trial " + (i + 1), combinations.get(i), experiments.get(i)));
    }

    List<TrialConfig> configs(TrialFactory factory) {
      var configs = new ArrayList<TrialConfig>();
      for (int i = 0; i < combinations.size(); i++) {
        LoadedConfig config = factory.loaded(experiments.get(i));
        configs.add(new TrialConfig(i + 1, combinations.get(i).labels(), config));
      }
      return configs;
    }
  }

  private Trials trials(List<Block> blocks, List<String> warnings) {
    var texts = new SectionTexts(names);
    var numbers = new HashMap<List<Integer>, Integer>();
    var trials = new Trials(new ArrayList<>(), new ArrayList<>());
    int number = 0;
    int merged = 0;
    String example = "";
    for (Block block : blocks) {
      for (Combination combination : block.combinations()) {
        number++;
        Optional<ExperimentConfig> experiment = checked(combination, "trial " + number);
        if (experiment.isEmpty()) {
          continue;
        }
        Integer same =
            numbers.putIfAbsent(texts.key(experiment.get()), trials.combinations().size());
        if (same == null) {
          trials.combinations().add(combination);
          trials.experiments().add(experiment.get());
        } else if (merged++ == 0) {
          example = repetition(combination, trials.combinations().get(same));
        }
      }
    }
    if (number == 0) {
      problems.add(batch.location(), AxisKeys.BATCH, "no trial is left: all are excluded");
    }
    if (merged > 0) {
      warnings.add(
          "trials left out as the same experiment as an earlier one: %s of %s, such as %s"
              .formatted(merged, number, example));
    }
    return trials;
  }

  /** Equal labels may come from values that are written in two ways. */
  private static String repetition(Combination combination, Combination earlier) {
    return combination.labels().equals(earlier.labels())
        ? combination.labels() + ", which comes twice"
        : "%s, which is %s".formatted(combination.labels(), earlier.labels());
  }

  private Optional<ExperimentConfig> checked(Combination combination, String name) {
    Optional<ExperimentConfig> experiment = factory.experiment(combination);
    trialProblems.report(factory.problems(), name, combination);
    return experiment;
  }

  private Tune tune(Inner inner, Trials trials, Compare compare) {
    List<Combination> assignments = inner.block().combinations();
    if (assignments.isEmpty()) {
      problems.add(batch.location(), TUNE_PATH, "no assignment is left: all are excluded");
    }
    Map<Object, Integer> groups = new LinkedHashMap<>();
    Map<Object, Combination> distinct = new LinkedHashMap<>();
    var numbers = new ArrayList<Integer>();
    for (int i = 0; i < trials.combinations().size(); i++) {
      Combination combination = trials.combinations().get(i).withoutSeeds();
      Seeds seeds = trials.experiments().get(i).seed();
      distinct.putIfAbsent(combination.values(), trials.combinations().get(i));
      Object key = List.of(combination.values(), seeds.data(), seeds.split());
      numbers.add(groups.computeIfAbsent(key, it -> groups.size()));
    }
    for (Combination outer : distinct.values()) {
      for (Combination assignment : assignments) {
        Combination whole = outer.and(assignment);
        checked(whole, TUNING)
            .map(experiment -> new Checked(TUNING, whole, experiment))
            .ifPresent(
                trial -> {
                  measures.tune(inner.metric(), trial);
                  measures.compare(compare, trial);
                });
      }
    }
    return new Tune(
        inner.metric(),
        inner.seeds(),
        inner.block().axes(),
        assignments,
        trials.combinations(),
        numbers,
        factory);
  }

  private static void warn(Inner inner, Trials trials, List<String> warnings) {
    trials.experiments().stream()
        .map(experiment -> experiment.seed().weights())
        .filter(inner.seeds()::contains)
        .findFirst()
        .ifPresent(
            seed ->
                warnings.add(
                    "tune.seeds has %s, with which a trial draws its weights, too; take others"
                        .formatted(seed)));
  }

  private Mapping tree(
      List<TrialConfig> trials, Compare compare, Saved saved, Optional<Inner> inner) {
    var effective = new EffectiveConfig(names);
    var parts = new LinkedHashMap<String, Node>();
    batch.entries().forEach((key, entry) -> parts.put(key, entry.value()));
    inner.ifPresent(it -> parts.computeIfPresent(AxisKeys.TUNE, (key, node) -> tune(node, it)));
    parts.put(
        BatchKeys.COMPARE,
        effective.tree(
            new BatchKeys.Comparison(
                Optional.of(compare.axis()),
                compare.measure(),
                compare.epoch(),
                compare.reference(),
                compare.rope(),
                compare.postHoc(),
                compare.sd())));
    parts.put(BatchKeys.KEEP, new Scalar(batch.location(), Slot.name(saved.keep()), true));
    parts.put(BatchKeys.CHECKPOINT, effective.tree(saved.checkpoint()));
    return new BatchText(effective, paths)
        .tree(trials.get(0).config(), base, reader.sections(), parts);
  }

  private static Node tune(Node node, Inner inner) {
    Mapping map = (Mapping) node;
    Location here = map.location();
    var seeds = BatchText.list(here, inner.seeds().stream().map(String::valueOf).toList());
    var metric = new Scalar(here, inner.metric().toString(), true);
    return map.with(BatchKeys.SEEDS, new Node.Entry(here, map.get(BatchKeys.SEEDS).orElse(seeds)))
        .with(BatchKeys.METRIC, new Node.Entry(here, metric));
  }
}

package dev.kassei.batch.analysis;

import dev.kassei.api.DatasetSource;
import dev.kassei.batch.run.TrialResult;
import dev.kassei.batch.statistics.Cautions;
import dev.kassei.batch.statistics.OneDataset;
import dev.kassei.batch.statistics.OneMethod;
import dev.kassei.batch.statistics.Verdict;
import dev.kassei.results.record.DatasetRecord;
import dev.kassei.results.record.MethodRecord;
import dev.kassei.results.record.TuningRecord;
import dev.kassei.results.text.Noun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** The comparison of methods on one data set. */
final class DatasetAnalysis {
  private final List<Cell> cells;
  private final ComparisonSettings comparisonSettings;
  private final List<String> methods;
  private final List<Map<String, String>> repetitions;
  private final Units units;
  private final double[][] scores;
  private final Optional<OneDataset> result;

  private DatasetAnalysis(DatasetAnalysis analysis, Optional<OneDataset> result) {
    this.cells = analysis.cells;
    this.comparisonSettings = analysis.comparisonSettings;
    this.methods = analysis.methods;
    this.repetitions = analysis.repetitions;
    this.units = analysis.units;
    this.scores = analysis.scores;
    this.result = result;
  }

  /**
   * @param cell with at least one trial that has ended
   */
  private DatasetAnalysis(
      Cell cell, ComparisonSettings comparisonSettings, List<Map<String, String>> repetitions) {
    this.cells = List.of(cell);
    this.comparisonSettings = comparisonSettings;
    this.methods = cell.begun();
    this.repetitions = repetitions;
    this.units =
        Units.of(
            cell.of(methods.get(0), repetitions),
            comparisonSettings.criterion().measure(),
            comparisonSettings.layout());
    this.scores =
        methods.stream()
            .map(method -> units.scores(repetitionScores(method), comparisonSettings.criterion()))
            .toArray(double[][]::new);
    this.result =
        comparisonSettings
            .comparison(methods)
            .map(comparison -> OneDataset.of(comparison, units.design(), units.name(), scores));
  }

  /** Compares; empty where the methods have no repetition in common. */
  static Optional<DatasetAnalysis> of(Cell cell, ComparisonSettings comparisonSettings) {
    List<Map<String, String>> common = cell.common();
    return common.isEmpty()
        ? Optional.empty()
        : Optional.of(new DatasetAnalysis(cell, comparisonSettings, common));
  }

  /** The comparison with the reference; empty where that or any other method is missing. */
  Optional<OneDataset> result() {
    return result;
  }

  /**
   * The average over settings, repetition by repetition.
   *
   * @param settings the same data set in each, with the same repetitions
   * @param methods those that all settings have
   */
  private DatasetAnalysis(List<DatasetAnalysis> settings, List<String> methods) {
    DatasetAnalysis first = settings.get(0);
    this.cells = settings.stream().flatMap(each -> each.cells.stream()).toList();
    this.comparisonSettings = first.comparisonSettings;
    this.methods = methods;
    this.repetitions = first.repetitions;
    this.units = first.units;
    this.scores =
        methods.stream()
            .map(
                method ->
                    comparisonSettings
                        .criterion()
                        .averaged(settings.stream().map(it -> it.scores(method)).toList()))
            .toArray(double[][]::new);
    this.result =
        comparisonSettings
            .comparison(methods)
            .map(comparison -> OneDataset.of(comparison, units.design(), units.name(), scores));
  }

  /** The average over settings; empty where they have not the same methods and repetitions. */
  static Optional<DatasetAnalysis> averaged(List<DatasetAnalysis> settings) {
    DatasetAnalysis first = settings.get(0);
    boolean isComplete =
        settings.stream()
            .allMatch(
                each ->
                    each.methods.equals(first.methods)
                        && each.repetitions.equals(first.repetitions)
                        && each.units.members().equals(first.units.members()));
    return isComplete
        ? Optional.of(new DatasetAnalysis(settings, first.methods))
        : Optional.empty();
  }

  /** The same with the next result where it has one. */
  DatasetAnalysis with(Iterator<OneDataset> results) {
    return new DatasetAnalysis(this, result.map(it -> results.next()));
  }

  private List<PlannedTrial> trials(String method) {
    return cells.stream().flatMap(cell -> cell.of(method, repetitions).stream()).toList();
  }

  private int missing() {
    return sum(Cell::missing);
  }

  private int sum(ToIntFunction<Cell> count) {
    return cells.stream().mapToInt(count).sum();
  }

  private double[] repetitionScores(String method) {
    return trials(method).stream()
        .mapToDouble(trial -> comparisonSettings.criterion().score(trial.result().orElseThrow()))
        .toArray();
  }

  String dataset() {
    return cells.get(0).dataset();
  }

  Optional<String> label() {
    return cells.get(0).label();
  }

  List<String> methods() {
    return methods;
  }

  /**
   * What makes data sets near-copies of each other: the generator and its seeds, whatever its
   * settings, or else the source itself.
   */
  Object origin() {
    return origin(trials(methods.get(0)));
  }

  /** The same of the trials of any method. */
  static Object origin(List<PlannedTrial> trials) {
    DatasetSource source = trials.get(0).config().config().experiment().dataset().source();
    return source.isGenerated()
        ? List.of(
            source.getClass(),
            trials.stream().map(it -> it.config().config().experiment().seed().data()).toList())
        : source;
  }

  /** The scores of a method, one a unit. */
  double[] scores(String method) {
    return scores[methods.indexOf(method)];
  }

  DatasetRecord record(Optional<TuningRecord> tuning) {
    int missing = missing();
    return new DatasetRecord(
        dataset(),
        units.kind(),
        units.text() + averagedText(),
        units.members().size(),
        missing,
        verdict(),
        cautions(missing),
        ranked(),
        tuning);
  }

  /** What a repetition is called: as its unit, where it is one by itself. */
  private Noun repetition() {
    return units.members().size() == repetitions.size() ? units.name() : Noun.REPETITION;
  }

  private List<String> verdict() {
    Optional<OneMethod> alone = alone();
    return alone.isPresent()
        ? Verdict.of(alone.get(), comparisonSettings.criterion().measure().toString())
        : result.map(Verdict::of).orElseGet(() -> List.of(incomplete()));
  }

  private String averagedText() {
    return cells.size() == 1
        ? ""
        : " Trials are counted over %s settings; scores are averages over these, one for each of %s."
            .formatted(cells.size(), units.name().count(units.members().size()));
  }

  private double undecidedWorth() {
    int classes =
        method(methods.get(0)).results().findFirst().orElseThrow().record().guess().classes();
    return comparisonSettings.criterion().undecided().applyAsDouble(classes);
  }

  private MethodAnalysis method(String name) {
    return new MethodAnalysis(name, trials(name), scores(name), comparisonSettings);
  }

  private Stream<MethodAnalysis> methodAnalyses() {
    return methods.stream().map(this::method);
  }

  /** Which methods are not clearly better than guessing. */
  private Optional<String> chance() {
    List<Chance> found = atChance();
    return found.isEmpty() ? Optional.empty() : Optional.of(Chance.sentence(found));
  }

  private Optional<Imbalance> imbalance() {
    var results = new LinkedHashMap<String, List<TrialResult>>();
    methods.forEach(name -> results.put(name, method(name).results().toList()));
    return Imbalance.of(results, comparisonSettings.criterion());
  }

  /** The methods that are not clearly better than guessing. */
  List<Chance> atChance() {
    return methodAnalyses().flatMap(method -> method.chance().stream()).toList();
  }

  /** The only method that there will be; empty where methods are compared. */
  private Optional<OneMethod> alone() {
    return comparisonSettings.isAlone()
        ? Optional.of(
            comparisonSettings.alone(methods.get(0), scores[0], units.design(), units.name()))
        : Optional.empty();
  }

  private String incomplete() {
    return methods.size() == 1
        ? "Nothing is compared, since only %s has results.".formatted(methods.get(0))
        : "Nothing is compared yet, since the reference, %s, has no results."
            .formatted(comparisonSettings.reference());
  }

  private List<String> cautions(int missing) {
    var cautions =
        new ArrayList<>(
            Cautions.of(
                comparisonSettings.criterion().scoring(),
                methodAnalyses().map(MethodAnalysis::outcomes).toList(),
                undecidedWorth()));
    chance().ifPresent(cautions::add);
    imbalance().map(Imbalance::sentence).ifPresent(cautions::add);
    alone().map(Cautions::of).ifPresent(cautions::addAll);
    result.map(Cautions::of).ifPresent(cautions::addAll);
    edges().forEach((axis, names) -> cautions.add(edge(axis, names)));
    if (missing > 0) {
      cautions.add(
          "%s of %s are left out, since not all methods have them yet."
              .formatted(missing, repetition().count(sum(it -> it.repetitions().size()))));
    }
    List<String> notBegun =
        cells.stream().flatMap(cell -> cell.notBegun().stream()).distinct().toList();
    if (!notBegun.isEmpty()) {
      cautions.add("There are no results yet for %s.".formatted(String.join(", ", notBegun)));
    }
    return cautions;
  }

  /** The methods for which the tuning mostly chose the edge of an axis, by axis. */
  Map<String, List<String>> edges() {
    var edges = new LinkedHashMap<String, List<String>>();
    for (String method : methods) {
      for (String axis : method(method).edges()) {
        edges.computeIfAbsent(axis, key -> new ArrayList<>()).add(method);
      }
    }
    return edges;
  }

  static String edge(String axis, List<String> methods) {
    return "The best %s lies at the edge of the values tried for %s; a better one may lie beyond."
        .formatted(axis, String.join(", ", methods));
  }

  private List<MethodRecord> ranked() {
    Comparator<MethodRecord> ascending = Comparator.comparingDouble(MethodRecord::center);
    boolean higherIsBetter = comparisonSettings.criterion().scoring().higherIsBetter();
    return methodAnalyses()
        .map(method -> method.record(result))
        .sorted(higherIsBetter ? ascending.reversed() : ascending)
        .toList();
  }
}

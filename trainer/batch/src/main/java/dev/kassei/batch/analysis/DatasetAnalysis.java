package dev.kassei.batch.analysis;

import dev.kassei.api.DatasetSource;
import dev.kassei.batch.run.TrialResult;
import dev.kassei.batch.run.TrialStatus;
import dev.kassei.batch.statistics.Cautions;
import dev.kassei.batch.statistics.Comparison;
import dev.kassei.batch.statistics.Contrast;
import dev.kassei.batch.statistics.Location;
import dev.kassei.batch.statistics.OneDataset;
import dev.kassei.batch.statistics.OneMethod;
import dev.kassei.batch.statistics.Scoring;
import dev.kassei.batch.statistics.Summary;
import dev.kassei.batch.statistics.Verdict;
import dev.kassei.results.record.ChosenRecord;
import dev.kassei.results.record.ContrastRecord;
import dev.kassei.results.record.ContrastRecord.Finding;
import dev.kassei.results.record.DatasetRecord;
import dev.kassei.results.record.MethodRecord;
import dev.kassei.results.record.TuningRecord;
import dev.kassei.results.text.Noun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
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
            .map(comparison -> OneDataset.of(comparison, units.design(), noun(), scores));
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
            .map(comparison -> OneDataset.of(comparison, units.design(), noun(), scores));
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

  private Noun noun() {
    return units.noun(repetitions.get(0).keySet());
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
    return new DatasetRecord(
        dataset(),
        units.kind(),
        units.text() + averagedText(),
        units.members().size(),
        missing(),
        verdict(),
        cautions(),
        ranked(),
        tuning);
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
        : " Trials are counted over all %s settings; scores and improvements are of %s averages over them."
            .formatted(cells.size(), units.members().size());
  }

  private double undecidedWorth() {
    int classes = results(methods.get(0)).findFirst().orElseThrow().record().guess().classes();
    return comparisonSettings.criterion().undecided().applyAsDouble(classes);
  }

  private List<Cautions.Outcomes> outcomes() {
    return methods.stream()
        .map(
            method ->
                new Cautions.Outcomes(
                    method, trials(method).size(), failures(method), undecided(method)))
        .toList();
  }

  /** Trials, not units: an average must not hide them. */
  private int failures(String method) {
    return count(method, trial -> trial.record().status() != TrialStatus.COMPLETED);
  }

  private int undecided(String method) {
    return count(method, comparisonSettings.criterion()::isUndecided);
  }

  private int count(String method, Predicate<TrialResult> isCounted) {
    return (int) results(method).filter(isCounted).count();
  }

  private Stream<TrialResult> results(String method) {
    return trials(method).stream().flatMap(trial -> trial.result().stream());
  }

  /** Which methods do no better than guessing. */
  private Optional<String> chance() {
    List<Chance> found = atChance();
    return found.isEmpty() ? Optional.empty() : Optional.of(Chance.sentence(found));
  }

  /** The methods that do no better than guessing. */
  List<Chance> atChance() {
    return methods.stream()
        .flatMap(
            method ->
                Chance.of(method, results(method).toList(), comparisonSettings.criterion())
                    .stream())
        .toList();
  }

  /** The only method that there will be; empty where methods are compared. */
  private Optional<OneMethod> alone() {
    return comparisonSettings.isAlone()
        ? Optional.of(comparisonSettings.alone(methods.get(0), scores[0], units.design(), noun()))
        : Optional.empty();
  }

  private String incomplete() {
    return methods.size() == 1
        ? "Nothing is compared, since only %s has results.".formatted(methods.get(0))
        : "Nothing is compared yet, since the reference, %s, has no results."
            .formatted(comparisonSettings.reference());
  }

  private List<String> cautions() {
    var cautions =
        new ArrayList<>(
            Cautions.of(comparisonSettings.criterion().scoring(), outcomes(), undecidedWorth()));
    chance().ifPresent(cautions::add);
    alone().map(Cautions::of).ifPresent(cautions::addAll);
    result.map(Cautions::of).ifPresent(cautions::addAll);
    edges().forEach((axis, names) -> cautions.add(edge(axis, names)));
    if (missing() > 0) {
      cautions.add(
          "%s of %s repetitions are left out, since not all methods have them yet."
              .formatted(missing(), sum(it -> it.repetitions().size())));
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
      List<ChosenRecord> chosen = chosen(method);
      chosen.stream()
          .flatMap(each -> each.edges().stream())
          .distinct()
          .filter(axis -> isMostlyEdge(axis, chosen))
          .forEach(axis -> edges.computeIfAbsent(axis, key -> new ArrayList<>()).add(method));
    }
    return edges;
  }

  private static boolean isMostlyEdge(String axis, List<ChosenRecord> chosen) {
    int all = chosen.stream().mapToInt(ChosenRecord::trials).sum();
    int edge =
        chosen.stream()
            .filter(each -> each.edges().contains(axis))
            .mapToInt(ChosenRecord::trials)
            .sum();
    return 2 * edge >= all;
  }

  static String edge(String axis, List<String> methods) {
    return "The best %s lies at the edge of the values tried for %s; a better one may lie beyond."
        .formatted(axis, String.join(", ", methods));
  }

  private List<MethodRecord> ranked() {
    Scoring scoring = comparisonSettings.criterion().scoring();
    Comparator<MethodRecord> ascending = Comparator.comparingDouble(MethodRecord::center);
    Map<String, Contrast> contrasts =
        result.map(OneDataset::contrasts).orElse(List.of()).stream()
            .collect(Collectors.toMap(Contrast::name, Function.identity()));
    return methods.stream()
        .map(method -> method(method, Optional.ofNullable(contrasts.get(method))))
        .sorted(scoring.higherIsBetter() ? ascending.reversed() : ascending)
        .toList();
  }

  private MethodRecord method(String name, Optional<Contrast> contrast) {
    Scoring scoring = comparisonSettings.criterion().scoring();
    double[] own = scores(name);
    double[] completed = scoring.completed(own);
    Location location = Location.of(name, own, scoring);
    return new MethodRecord(
        name,
        trials(name).size(),
        failures(name),
        undecided(name),
        location.center(),
        location.spread(),
        Summary.quantile(completed, 0.25),
        Summary.quantile(completed, 0.75),
        contrast.map(this::contrast),
        chosen(name),
        Arrays.stream(own).boxed().toList());
  }

  private ContrastRecord contrast(Contrast contrast) {
    return new ContrastRecord(
        contrast.difference(),
        contrast.interval().lower(),
        contrast.interval().upper(),
        contrast.wins(),
        contrast.ties(),
        contrast.losses(),
        contrast.dominance().probability(),
        contrast.dominance().delta(),
        contrast.p(),
        contrast.adjustedP(),
        contrast.equivalenceP(),
        contrast.adjustedEquivalenceP(),
        finding(contrast));
  }

  private Finding finding(Contrast contrast) {
    Comparison comparison = result.orElseThrow().comparison();
    if (contrast.isNegligible(comparison)) {
      return Finding.EQUIVALENT;
    }
    if (contrast.adjustedP() > comparison.alpha()) {
      return Finding.UNDECIDED;
    }
    return contrast.isBetter() ? Finding.BETTER : Finding.WORSE;
  }

  private List<ChosenRecord> chosen(String method) {
    return comparisonSettings.tuning().chosen(trials(method));
  }
}

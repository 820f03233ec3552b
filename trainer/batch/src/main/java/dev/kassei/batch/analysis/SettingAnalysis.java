package dev.kassei.batch.analysis;

import dev.kassei.batch.statistics.Cautions;
import dev.kassei.batch.statistics.ManyDatasets;
import dev.kassei.batch.statistics.OneDataset;
import dev.kassei.batch.statistics.Verdict;
import dev.kassei.results.record.AcrossRecord;
import dev.kassei.results.record.DatasetRecord;
import dev.kassei.results.record.SettingRecord;
import dev.kassei.results.record.TuningRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The comparison of methods in one setting, on one data set or over several. */
final class SettingAnalysis {
  private final Map<String, String> axes;
  private final ComparisonSettings comparisonSettings;
  private final List<Cell> cells;
  private final List<DatasetAnalysis> datasets;
  private final Optional<ManyDatasets> many;

  SettingAnalysis(
      Map<String, String> axes, Collection<Cell> cells, ComparisonSettings comparisonSettings) {
    this.axes = axes;
    this.comparisonSettings = comparisonSettings;
    this.cells = List.copyOf(cells);
    this.datasets =
        this.cells.stream()
            .flatMap(cell -> DatasetAnalysis.of(cell, comparisonSettings).stream())
            .toList();
    this.many = many();
  }

  private SettingAnalysis(
      ComparisonSettings comparisonSettings, List<Cell> cells, List<DatasetAnalysis> datasets) {
    this.axes = Map.of();
    this.comparisonSettings = comparisonSettings;
    this.cells = cells;
    this.datasets = datasets;
    this.many = many();
  }

  /**
   * The average over settings, on each data set that all have; empty for one setting, and where
   * settings do not have the same methods and repetitions.
   */
  static Optional<SettingAnalysis> averaged(List<SettingAnalysis> settings) {
    SettingAnalysis first = settings.get(0);
    if (settings.size() == 1 || first.comparisonSettings.isAlone()) {
      return Optional.empty();
    }
    List<DatasetAnalysis> averages =
        first.datasets.stream()
            .map(dataset -> settings.stream().flatMap(it -> it.like(dataset).stream()).toList())
            .filter(same -> same.size() == settings.size())
            .flatMap(same -> DatasetAnalysis.averaged(same).stream())
            .toList();
    return averages.isEmpty()
        ? Optional.empty()
        : Optional.of(new SettingAnalysis(first.comparisonSettings, first.cells, averages));
  }

  private Optional<DatasetAnalysis> like(DatasetAnalysis dataset) {
    return datasets.stream()
        .filter(it -> it.dataset().equals(dataset.dataset()))
        .filter(it -> it.label().equals(dataset.label()))
        .findFirst();
  }

  private SettingAnalysis(
      SettingAnalysis analysis, List<DatasetAnalysis> datasets, Optional<ManyDatasets> many) {
    this.axes = analysis.axes;
    this.comparisonSettings = analysis.comparisonSettings;
    this.cells = analysis.cells;
    this.datasets = datasets;
    this.many = many;
  }

  /** The same with p values adjusted over all settings: they are asked one question. */
  static List<SettingAnalysis> adjusted(List<SettingAnalysis> settings) {
    Iterator<OneDataset> single =
        OneDataset.adjusted(
                settings.stream()
                    .flatMap(setting -> setting.datasets.stream())
                    .flatMap(dataset -> dataset.result().stream())
                    .toList())
            .iterator();
    Iterator<ManyDatasets> many =
        ManyDatasets.adjusted(settings.stream().flatMap(it -> it.many.stream()).toList())
            .iterator();
    return settings.stream().map(setting -> setting.with(single, many)).toList();
  }

  private SettingAnalysis with(Iterator<OneDataset> single, Iterator<ManyDatasets> results) {
    return new SettingAnalysis(
        this,
        datasets.stream().map(dataset -> dataset.with(single)).toList(),
        many.map(it -> results.next()));
  }

  SettingRecord record() {
    List<DatasetRecord> records =
        datasets.stream().map(dataset -> dataset.record(tuning(dataset))).toList();
    Optional<AcrossRecord> across = many.map(it -> new AcrossAnalysis(names(), it).record());
    return new SettingRecord(axes, verdict(records), cautions(records), records, across);
  }

  private Optional<TuningRecord> tuning(DatasetAnalysis dataset) {
    return comparisonSettings.tuning().table(axes, dataset.label(), dataset.methods());
  }

  private List<String> verdict(List<DatasetRecord> records) {
    if (many.isPresent()) {
      return Verdict.of(many.get());
    }
    if (records.isEmpty()) {
      return List.of("There is nothing to compare yet.");
    }
    if (cells.size() == 1) {
      return records.get(0).verdict();
    }
    if (comparisonSettings.isAlone()) {
      return ofEach(records, DatasetRecord::verdict);
    }
    return List.of(
        complete().size() > 1 && groups().size() == 1
            ? "There is no conclusion over data sets: they are near-copies and count as one."
            : "There is no conclusion over data sets yet: all methods have results on %s of %s."
                .formatted(complete().size(), cells.size()));
  }

  /** Sentences on single data sets, each with the name of its own. */
  private static List<String> ofEach(
      List<DatasetRecord> records, Function<DatasetRecord, List<String>> sentences) {
    return records.stream()
        .flatMap(record -> sentences.apply(record).stream().map(it -> record.name() + ": " + it))
        .toList();
  }

  private List<String> cautions(List<DatasetRecord> records) {
    if (comparisonSettings.isAlone() && cells.size() > 1) {
      return ofEach(records, DatasetRecord::cautions);
    }
    if (many.isEmpty() && cells.size() > 1) {
      return nearCopies();
    }
    if (many.isEmpty()) {
      return records.isEmpty() || cells.size() > 1 ? List.of() : records.get(0).cautions();
    }
    var cautions = new ArrayList<>(Cautions.of(many.get()));
    cautions.addAll(nearCopies());
    int incomplete = cells.size() - complete().size();
    if (incomplete > 0) {
      cautions.add(
          "%s of %s data sets are left out, since not all methods have results there."
              .formatted(incomplete, cells.size()));
    }
    cautions.addAll(new AcrossCautions(datasets, records).sentences());
    return cautions;
  }

  private Optional<ManyDatasets> many() {
    List<List<DatasetAnalysis>> groups = groups();
    if (groups.size() < 2) {
      return Optional.empty();
    }
    List<String> methods = methods();
    double[][][] scores =
        groups.stream()
            .map(
                group ->
                    methods.stream().map(method -> scores(group, method)).toArray(double[][]::new))
            .toArray(double[][][]::new);
    return comparisonSettings
        .comparison(methods)
        .map(
            comparison ->
                ManyDatasets.of(
                    comparison, comparisonSettings.postHoc(), comparisonSettings.family(), scores));
  }

  private static double[] scores(List<DatasetAnalysis> group, String method) {
    return group.stream().flatMapToDouble(it -> Arrays.stream(it.scores(method))).toArray();
  }

  /** The data sets that count: near-copies of each other are one. */
  private List<List<DatasetAnalysis>> groups() {
    return List.copyOf(
        complete().stream()
            .collect(
                Collectors.groupingBy(
                    DatasetAnalysis::origin, LinkedHashMap::new, Collectors.toList()))
            .values());
  }

  private List<String> nearCopies() {
    return groups().stream()
        .filter(group -> group.size() > 1)
        .map(
            group ->
                "%s come from one source with the same seeds, so they count as one data set."
                    .formatted(String.join(", ", group.stream().map(it -> it.dataset()).toList())))
        .toList();
  }

  private List<DatasetAnalysis> complete() {
    List<String> methods = methods();
    return datasets.stream().filter(it -> it.methods().containsAll(methods)).toList();
  }

  /** The methods with results on any data set. */
  private List<String> methods() {
    var methods = new LinkedHashSet<String>();
    datasets.forEach(dataset -> methods.addAll(dataset.methods()));
    return List.copyOf(methods);
  }

  private List<String> names() {
    return groups().stream().map(SettingAnalysis::name).toList();
  }

  private static String name(List<DatasetAnalysis> group) {
    String first = group.get(0).dataset();
    return group.size() == 1 ? first : "%s and %s like it".formatted(first, group.size() - 1);
  }
}
